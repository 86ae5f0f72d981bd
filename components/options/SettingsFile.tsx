import { useRef } from 'preact/hooks';
import { say } from '@/utils/say';

/** Exports the settings to a file and imports them from one. */
export function SettingsFile(props: {
  /** Null until the settings have been read. */
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
            // Without this, choosing the same file again would cause no event.
            field.value = '';
          }}
        />
      </div>
    </>
  );
}
