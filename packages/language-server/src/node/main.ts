import module from 'node:module';

// Only code that is loaded after this line is kept compiled for the next start.
module.enableCompileCache?.();
const { startServer } = await import('./start-server.ts');
startServer();
