/** The command line: `npm run -s red-lines -- <command>`. Only the process is handled here; commands stand in `commands.ts`. */
import { runCommand } from './commands.ts';

// Whoever reads only the first lines (`| head`) closes the pipe; that is no mistake.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await runCommand(
  process.argv.slice(2),
  (text) => void process.stdout.write(`${text}\n`),
  (sentence) => void process.stderr.write(`${sentence}\n`),
);
