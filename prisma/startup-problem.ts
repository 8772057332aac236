/** Something the person who runs the server can put right; its message is a whole sentence for them to read. */
export class StartupProblem extends Error {
  override name = 'StartupProblem'
}
