import { fail, type Result } from '@/utils/failure';
import { type CommandName, type Handlers, schemas, type Value } from './contract';

/**
 * Runs the handler of a command with its parsed arguments; arguments of another shape are refused.
 */
export async function runCommand<Name extends CommandName>(
  handlers: Handlers,
  command: Name,
  args: unknown,
): Promise<Result<Value<Name>>> {
  const read = schemas[command].args.safeParse(args);
  return read.success ? handlers[command](read.data) : fail({ kind: 'worker-unreachable' });
}
