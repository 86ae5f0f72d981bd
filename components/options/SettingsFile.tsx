import { useRef } from 'preact/hooks';
import { say } from '@/utils/say';

/** Takes the settings along as a file, and takes them over from one. */
export function SettingsFile(props: {
  /** null where there is nothing to write yet. */
  onExport: (() => void) | null;
  onImport: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p class="help">{say('options_file_help')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          disabled={props.onExport === null}
          onClick={() => props.onExport?.()}
        >
          {say('options_export')}
        </button>
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {say('options_import')}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={say('options_import_file')}
          onChange={(event) => {
            const field = event.currentTarget;
            const file = field.files?.[0];
            if (file) props.onImport(file);
            // The same file can be chosen again after it was mended.
            field.value = '';
          }}
        />
      </div>
    </>
  );
}
