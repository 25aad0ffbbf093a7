using LearningCity.Docs.Access;

namespace LearningCity.Docs.Http;

/// <summary>A password costs a tenth of a second of a core to check, on purpose: no more than two at once, so that sign-ins hold up nothing else.</summary>
internal sealed class SignInDesk(AccountBook accounts) : IDisposable
{
    private readonly SemaphoreSlim places = new(2);

    public async Task<Account?> SignInAsync(string name, string password, DateTimeOffset now, CancellationToken cancelled)
    {
        await places.WaitAsync(cancelled);
        try { return await Task.Run(() => accounts.SignIn(name, password, now), cancelled); }
        finally { places.Release(); }
    }

    public void Dispose() => places.Dispose();
}
