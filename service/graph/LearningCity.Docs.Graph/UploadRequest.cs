namespace LearningCity.Docs.Graph;

/// <summary>Hồ sơ gửi đi: one file to put into the city's library, on behalf of one person.</summary>
/// <param name="Key">The same for every attempt at this file and for no other file. What it names in the library is ours: an attempt after a lost answer finds the file there.</param>
/// <param name="Folder">Below the folder of the settings, divided by <c>/</c>, of letters, digits, dots and dashes; empty for that folder itself. The library makes what is missing of it.</param>
/// <param name="Name">As an official reads it, with its extension; what SharePoint does not take in a name is replaced.</param>
/// <param name="Content">Can seek: an upload is taken up again from the middle. Left open.</param>
/// <param name="Length">Bytes from the beginning of <paramref name="Content"/>.</param>
/// <param name="Person">For whom it is put there: who was granted this with <see cref="GraphDrive.GrantAsync"/>.</param>
/// <param name="Session">From <see cref="UploadResult.Interrupted"/>, to go on with; null to begin. Whoever has this address may write the file: keep it as a secret.</param>
internal sealed record UploadRequest(string Key, string Folder, string Name, Stream Content, long Length, string Person, Uri? Session = null);
