// A workspace whose files lie on no disk, as those of a repository that is opened on vscode.dev.
const vscode = require('vscode');

exports.activate = async ({ extensionUri, subscriptions }) => {
  const changed = new vscode.EventEmitter();
  const read = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'files.json'));
  const files = new Map(
    Object.entries(JSON.parse(new TextDecoder().decode(read))).map(([name, content]) => [
      `/drafts/${name}`,
      Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)),
    ]),
  );
  const missing = (uri) => vscode.FileSystemError.FileNotFound(uri);
  let time = 1;
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      if (uri.path === '/drafts' || uri.path === '/')
        return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const content = files.get(uri.path);
      if (!content) throw missing(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime: time, size: content.length };
    },
    readDirectory: (uri) =>
      uri.path === '/drafts'
        ? [...files.keys()].map((path) => [path.slice('/drafts/'.length), vscode.FileType.File])
        : [['drafts', vscode.FileType.Directory]],
    readFile(uri) {
      const content = files.get(uri.path);
      if (!content) throw missing(uri);
      return content;
    },
    writeFile(uri, content) {
      const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      files.set(uri.path, content);
      time++;
      changed.fire([{ type, uri }]);
    },
    createDirectory() {},
    delete: (uri) => files.delete(uri.path),
    rename() {},
  };
  subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', provider));
};
