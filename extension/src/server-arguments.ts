/**
 * What node is started with for the server. With room for what a few keystrokes in the longest drafts leave behind, less of
 * it is carried along from one collection to the next; drafts of usual length never take the room up.
 */
export const SERVER_ARGUMENTS: readonly string[] = ['--max-semi-space-size=64'];
