using System.Text;

namespace LearningCity.Docs.Access;

/// <summary>Danh sách tài khoản (<c>accounts.json</c> in the data folder). Changed by the verbs while the service runs; it takes each change in at the next request.</summary>
internal sealed class AccountBook(DataFolder data)
{
    /// <summary>After so many wrong passwords, for so long.</summary>
    public const int FailuresAllowed = 5;
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    private const int ShortestName = 2, LongestName = 64;

    private readonly PrivateJson<AccountFile> file = new(data.File("accounts.json"), new AccountFile([]));

    public ImmutableArray<Account> All => file.Value.Accounts;

    public Account? Find(string name) => Find(All, name);

    public Account? FindById(string id) => All.FirstOrDefault(a => a.Id == id);

    /// <summary>Null when it is done; else why not. So are the others.</summary>
    public Sentence? Add(string name, Role role, string password)
    {
        var tidy = name.Normalize(NormalizationForm.FormC);
        if (tidy.Length is < ShortestName or > LongestName || !tidy.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@')) { return new Sentence("accounts.badName", name, ShortestName, LongestName); }
        if (Fault(password, tidy) is { } fault) { return fault; }
        var account = new Account(Account.Unique(), tidy, role, PasswordHash.Of(password), Account.Unique(), 0, null);
        return file.Change<Sentence?>(book => Find(book.Accounts, tidy) is null ? (new AccountFile(book.Accounts.Add(account)), null) : (book, new Sentence("accounts.taken", tidy)));
    }

    public Sentence? Remove(string name) => Change(name, _ => null);

    public Sentence? SetRole(string name, Role role) => Change(name, account => account with { Role = role });

    public Sentence? Unlock(string name) => Change(name, account => account with { Failures = 0, LockedUntil = null });

    public Sentence? SetPassword(string name, string password)
    {
        if (Fault(password, name) is { } fault) { return fault; }
        var hash = PasswordHash.Of(password);
        return Change(name, account => account with { Password = hash, Stamp = Account.Unique(), Failures = 0, LockedUntil = null });
    }

    /// <summary>
    /// The account, when name and password are right and it is not locked. A right and a wrong password, a known and an unknown name take as long: one hash, one write.
    /// </summary>
    public Account? SignIn(string name, string password, DateTimeOffset now)
    {
        var asked = Find(name);
        var right = PasswordHash.Fits(asked?.Password, password);
        return file.Change(book =>
        {
            // As it is now: a lock, or another password, may have come meanwhile.
            if (book.Accounts.FirstOrDefault(a => a.Id == asked?.Id && a.Stamp == asked.Stamp) is not { } account || account.LockedUntil > now) { return (book, (Account?)null); }
            var failures = right ? 0 : account.Failures + 1;
            var locks = failures >= FailuresAllowed;
            var after = account with { Failures = locks ? 0 : failures, LockedUntil = locks ? now + LockOut : null };
            return (new AccountFile(book.Accounts.Replace(account, after)), right ? after : null);
        });
    }

    private Sentence? Change(string name, Func<Account, Account?> change) => file.Change<Sentence?>(book =>
    {
        if (Find(book.Accounts, name) is not { } account) { return (book, new Sentence("accounts.unknown", name)); }
        return (new AccountFile(change(account) is { } after ? book.Accounts.Replace(account, after) : book.Accounts.Remove(account)), null);
    });

    private static Sentence? Fault(string password, string name)
    {
        if (password.Length is < PasswordHash.Shortest or > PasswordHash.Longest) { return new Sentence("accounts.passwordLength", PasswordHash.Shortest, PasswordHash.Longest); }
        return password.Contains(name, StringComparison.OrdinalIgnoreCase) ? new Sentence("accounts.passwordIsName") : null;
    }

    private static Account? Find(ImmutableArray<Account> accounts, string name)
    {
        var tidy = name.IsNormalized(NormalizationForm.FormC) ? name : name.Normalize(NormalizationForm.FormC);
        return accounts.FirstOrDefault(a => a.Name.Equals(tidy, StringComparison.OrdinalIgnoreCase));
    }

    private sealed record AccountFile(ImmutableArray<Account> Accounts);
}
