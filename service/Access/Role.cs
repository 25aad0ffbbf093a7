namespace LearningCity.Docs.Access;

/// <summary>Vai trò: what a person may do. Each role may do what those before it may.</summary>
internal enum Role
{
    /// <summary>Người xem: checks files, takes blank forms.</summary>
    Viewer,

    /// <summary>Người lập văn bản: makes papers and dossiers.</summary>
    Editor,

    /// <summary>Người nộp: sends dossiers to the city's place.</summary>
    Submitter,

    /// <summary>Quản trị: accounts, keys, the audit trail.</summary>
    Admin,
}
