interface Choice<T extends string> {
  value: T;
  label: string;
  /** The whole name, where the label is short. */
  title?: string | undefined;
}

/** A named group of buttons of which one is pressed. */
export function Choices<T extends string>(props: {
  label: string;
  choices: Choice<T>[];
  chosen: T;
  onChoose: (value: T) => void;
}) {
  return (
    <fieldset class="choices" aria-label={props.label}>
      {props.choices.map(({ value, label, title }) => (
        <button
          type="button"
          key={value}
          title={title}
          aria-pressed={value === props.chosen}
          onClick={() => props.onChoose(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
