using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LearningCity.Docs.Access;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

/// <summary>Each way in which a token may be wrong, tried on an endpoint that the right one opens, in both modes that ask for one.</summary>
public class TokenAttackTests(AccountsRealm accounts, EntraRealm entra) : IClassFixture<AccountsRealm>, IClassFixture<EntraRealm>
{
    private static readonly Dictionary<string, Func<Forge, string>> Attacks = new()
    {
        ["not a token"] = _ => "x",
        ["empty"] = _ => "",
        ["two parts"] = f => f.Token()[..f.Token().LastIndexOf('.')],
        ["other issuer"] = f => f.Token(p => p["iss"] = "https://login.microsoftonline.com/99999999-9999-4999-8999-999999999999/v2.0"),
        ["issuer with more behind"] = f => f.Token(p => p["iss"] = p["iss"] + "/"),
        ["no issuer"] = f => f.Token(p => p.Remove("iss")),
        ["other audience"] = f => f.Token(p => p["aud"] = "00000003-0000-0000-c000-000000000000"),
        ["no audience"] = f => f.Token(p => p.Remove("aud")),
        ["algorithm none"] = f => f.Token(header: h => h["alg"] = "none", sign: _ => []),
        ["algorithm None, signature kept"] = f => f.Token(header: h => h["alg"] = "None"),
        ["HS256, public key as the secret"] = f => f.Token(header: h => h["alg"] = "HS256", sign: b => HMACSHA256.HashData(Encoding.ASCII.GetBytes(f.PublicKey), b)),
        ["HS256, public key's bytes as the secret"] = f => f.Token(header: h => h["alg"] = "HS256", sign: b => HMACSHA256.HashData(Convert.FromBase64String(string.Concat(f.PublicKey.Split('\n').Where(l => !l.StartsWith('-')))), b)),
        ["right key, algorithm that was not agreed on"] = f => f.Token(header: h => h["alg"] = f.Algorithm[..2] + "512", sign: f.SignSha512),
        ["expired"] = f => f.Token(p => p["exp"] = Forge.Seconds(IRealm.Now.AddMinutes(-2).AddSeconds(-1))),
        ["not yet valid"] = f => f.Token(p => p["nbf"] = Forge.Seconds(IRealm.Now.AddMinutes(2).AddSeconds(1))),
        ["no end"] = f => f.Token(p => p.Remove("exp")),
        ["end as a word"] = f => f.Token(p => p["exp"] = "never"),
        ["unknown key id"] = f => f.Token(header: h => h["kid"] = "k2"),
        ["key id with a path"] = f => f.Token(header: h => h["kid"] = "../../../../dev/null", sign: b => HMACSHA256.HashData(Array.Empty<byte>(), b)),
        ["no key id"] = f => f.Token(header: h => h.Remove("kid")),
        ["other type of token"] = f => f.Token(header: h => h["typ"] = "id+jwt"),
        ["known key id, other key"] = f => f.Token(sign: OtherKey(f)),
        ["key brought along"] = f => f.Token(header: h => h["jwk"] = JsonNode.Parse("""{"kty":"oct","k":"AAAA"}"""), sign: OtherKey(f)),
        ["key's address brought along"] = f => f.Token(header: h => { h["jku"] = "https://example.org/keys"; h["x5u"] = "https://example.org/key"; }, sign: OtherKey(f)),
        ["tampered payload"] = f => string.Join('.', f.Token().Split('.')[0], f.Token(p => p["exp"] = Forge.Seconds(IRealm.Now.AddYears(1))).Split('.')[1], f.Token().Split('.')[2]),
        ["tampered signature"] = f => f.Token(sign: b => { var s = f.Sign(b); s[5] ^= 1; return s; }),
        ["no signature"] = f => f.Token(sign: _ => []),
        ["signature of nothing"] = f => f.Token(sign: b => new byte[f.Sign(b).Length]),
        ["large"] = f => f.Token(p => p["more"] = new string('a', 16 * 1024)),
        ["larger than the server reads"] = f => new string('a', 20_000_000),
        ["of five parts"] = _ => "a.b.c.d.e",
        ["nested deeply"] = f => f.Token(p => p["more"] = JsonNode.Parse(new string('[', 60) + new string(']', 60))!) + "x",
    };

    private static readonly Dictionary<string, Func<Forge, string>> AccountAttacks = new()
    {
        ["unknown account"] = f => f.Token(p => p["sub"] = new string('0', 32)),
        ["no account"] = f => f.Token(p => p.Remove("sub")),
        ["password changed since"] = f => f.Token(p => p["stamp"] = new string('0', 32)),
        ["no stamp"] = f => f.Token(p => p.Remove("stamp")),
        ["account as a list"] = f => f.Token(p => p["sub"] = new JsonArray((string)p["sub"]!, "x")),
    };

    private static readonly Dictionary<string, Func<Forge, string>> EntraAttacks = new()
    {
        ["tenant not let in"] = f => f.Token(p => { p["iss"] = ((string)p["iss"]!).Replace('1', '9'); p["tid"] = ((string)p["tid"]!).Replace('1', '9'); }),
        ["tenant other than the issuer"] = f => f.Token(p => p["tid"] = EntraRealm.SecondTenant),
        ["issuer other than the tenant"] = f => f.Token(p => p["iss"] = $"https://login.microsoftonline.com/{EntraRealm.SecondTenant}/v2.0"),
        ["no tenant"] = f => f.Token(p => p.Remove("tid")),
        ["issuer of version 1"] = f => f.Token(p => p["iss"] = $"https://sts.windows.net/{EntraRealm.Tenant}/"),
        ["other application asks"] = f => f.Token(p => p["azp"] = "55555555-5555-4555-8555-555555555555"),
        ["no application"] = f => f.Token(p => p.Remove("azp")),
        ["other scope"] = f => f.Token(p => p["scp"] = "openid access_as_users"),
        ["no scope: a program, not a person"] = f => f.Token(p => { p.Remove("scp"); p["idtyp"] = "app"; }),
        ["no object"] = f => f.Token(p => p.Remove("oid")),
        ["e-mail address as the object"] = f => f.Token(p => p["oid"] = "hoa@example.org"),
    };

    public static IEnumerable<object[]> Table => [.. Rows("accounts", Attacks).Concat(Rows("entra", Attacks)).Concat(Rows("accounts", AccountAttacks)).Concat(Rows("entra", EntraAttacks))];

    [Theory]
    [MemberData(nameof(Table))]
    public async Task WrongToken_Is401(string mode, string attack)
    {
        var forge = Realm(mode).Forge(Role.Admin);
        var token = (Attacks.GetValueOrDefault(attack) ?? (mode == "entra" ? EntraAttacks : AccountAttacks)[attack])(forge);
        await ShouldBeRefused(await Get(mode, token));
        (await Get(mode, forge.Token())).StatusCode.ShouldBe(HttpStatusCode.OK); // so that it is the attack that is refused
    }

    [Theory]
    [InlineData("accounts")]
    [InlineData("entra")]
    public async Task NoToken_Is401WithTheWayIn(string mode)
    {
        var response = await Realm(mode).App.Client.GetAsync("/api/forms");
        await ShouldBeProblem(response, 401, "access.signInNeeded");
        response.Headers.WwwAuthenticate.Single().ToString().ShouldBe("Bearer realm=\"LearningCity.Docs\"");
    }

    [Theory]
    [InlineData("accounts", "Basic")]
    [InlineData("entra", "Basic")]
    [InlineData("entra", "Token")]
    public async Task OtherSchemeThanBearer_Is401(string mode, string scheme) =>
        await ShouldBeProblem(await Get(mode, Realm(mode).Forge(Role.Admin).Token(), scheme: scheme), 401, "access.signInNeeded");

    /// <summary>No cookie and no address ever stands in for the header: nothing that a browser sends of its own accord lets anyone in.</summary>
    [Theory]
    [InlineData("accounts")]
    [InlineData("entra")]
    public async Task TokenElsewhereThanInTheHeader_Is401(string mode)
    {
        var realm = Realm(mode);
        var token = realm.Forge(Role.Admin).Token();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/forms?access_token={token}");
        request.Headers.Add("Cookie", $"access_token={token}; Authorization=Bearer {token}");
        await ShouldBeProblem(await realm.App.Client.SendAsync(request), 401, "access.signInNeeded");
    }

    [Theory]
    [InlineData("accounts", -1, 0)]
    [InlineData("entra", -1, 0)]
    [InlineData("accounts", 480, 1)]
    [InlineData("entra", 480, 1)]
    public async Task ClocksTwoMinutesApart_AreForgiven(string mode, int exp, int nbf)
    {
        var token = Realm(mode).Forge(Role.Viewer).Token(p =>
        {
            p["exp"] = Forge.Seconds(IRealm.Now.AddMinutes(exp));
            p["nbf"] = Forge.Seconds(IRealm.Now.AddMinutes(nbf));
        });
        (await Get(mode, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public static IEnumerable<object[]> Roles => from mode in new[] { "accounts", "entra" } from has in Enum.GetNames<Role>() from needs in Enum.GetNames<Role>() select new object[] { mode, has, needs };

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Role_OpensWhatItMayAndNoMore(string mode, string has, string needs)
    {
        var response = await Get(mode, Realm(mode).Forge(Enum.Parse<Role>(has)).Token(), $"/test/{needs}");
        if (Enum.Parse<Role>(has) >= Enum.Parse<Role>(needs)) { (await response.Content.ReadAsStringAsync()).ShouldBe("in"); }
        else
        {
            await ShouldBeProblem(response, 403, "access.roleNeeded");
            response.Headers.WwwAuthenticate.Single().ToString().ShouldContain("insufficient_scope");
        }
    }

    /// <summary>What the token says of its bearer's role counts for nothing where the account says it.</summary>
    [Fact]
    public async Task RoleWrittenIntoAnAccountsToken_IsIgnored() =>
        await ShouldBeProblem(await Get("accounts", ((IRealm)accounts).Forge(Role.Viewer).Token(p => { p["roles"] = new JsonArray("Admin", "LC.QuanTri"); p["role"] = "Admin"; }), "/test/Editor"), 403, "access.roleNeeded");

    [Fact]
    public async Task PersonWithoutAnAppRole_Is403() => await ShouldBeProblem(await Get("entra", ((IRealm)entra).Forge(null).Token()), 403, "access.roleNeeded");

    [Fact]
    public async Task AppRoleThatIsNotMapped_Is403() => await ShouldBeProblem(await Get("entra", ((IRealm)entra).Forge(null).Token(p => p["roles"] = new JsonArray("Admin"))), 403, "access.roleNeeded");

    [Fact]
    public async Task SecondTenant_IsLetInByItsOwnIssuer() =>
        (await Get("entra", ((IRealm)entra).Forge(Role.Viewer).Token(p => { p["iss"] = $"https://login.microsoftonline.com/{EntraRealm.SecondTenant}/v2.0"; p["tid"] = EntraRealm.SecondTenant; }))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("accounts")]
    [InlineData("entra")]
    public async Task EndpointThatNamesNoRole_IsClosedToAdministratorsToo(string mode) =>
        await ShouldBeProblem(await Get(mode, Realm(mode).Forge(Role.Admin).Token(), "/test/forgotten"), 403, "access.closed");

    [Theory]
    [InlineData("accounts", "Admin", "admin")]
    [InlineData("entra", "Nguyễn Thị Hòa", "admin")]
    public async Task Me_SaysWhoAsks(string mode, string name, string role)
    {
        var me = await Json(await Get(mode, Realm(mode).Forge(Role.Admin).Token(), "/api/me"));
        me.GetProperty("name").GetString().ShouldBe(name);
        me.GetProperty("role").GetString().ShouldBe(role);
        me.GetProperty("mode").GetString().ShouldBe(mode);
    }

    private static IEnumerable<object[]> Rows(string mode, Dictionary<string, Func<Forge, string>> attacks) => attacks.Keys.Select(a => new object[] { mode, a });

    private static Func<byte[], byte[]> OtherKey(Forge forge) => bytes =>
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        return forge.Algorithm == "ES256" ? curve.SignData(bytes, HashAlgorithmName.SHA256) : rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    };

    private IRealm Realm(string mode) => mode == "entra" ? entra : accounts;

    private Task<HttpResponseMessage> Get(string mode, string token, string route = "/api/forms", string scheme = "Bearer")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        return Realm(mode).App.Client.SendAsync(request);
    }

    private static async Task ShouldBeRefused(HttpResponseMessage response)
    {
        ((int)response.StatusCode).ShouldBe(401);
        var problem = await Json(response);
        problem.GetProperty("code").GetString().ShouldBe(response.RequestMessage!.Headers.Authorization!.Parameter is "" ? "access.signInNeeded" : "access.tokenRefused");
        response.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
    }
}
