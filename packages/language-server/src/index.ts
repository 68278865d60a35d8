export { type StartOptions, startServer } from './node/start-server.ts';
