// The errors of a form in one place: how many, and each as the way to its field.
import type { Ref } from "preact";

/** An error as people read it, tied to the id of the element it is about. */
export interface ShownError {
  field: string;
  text: string;
  /** Our number, E.164, where a call is the way on. */
  phone?: string;
}

/** Properties of ErrorList. */
export interface ErrorListProps {
  title: string;
  errors: readonly ShownError[];
  /** Address of the icon sprite. */
  icons: string;
  /** What the link to our number says. */
  call: string;
  box?: Ref<HTMLDivElement>;
}

/** The list; it takes the focus when the page arrives. */
export function ErrorList({ title, errors, icons, call, box = null }: ErrorListProps) {
  const phone = errors.find((error) => error.phone !== undefined)?.phone;
  return (
    <div
      ref={box}
      class="error-summary"
      role="alert"
      tabIndex={-1}
      autofocus
      aria-labelledby="errors-title"
    >
      <h2 id="errors-title">
        <svg class="icon" aria-hidden="true" width="20" height="20">
          <use href={`${icons}#circle-alert`} />
        </svg>
        {title}
      </h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
      {phone === undefined ? null : (
        <p>
          <a href={`tel:${phone}`}>{call}</a>
        </p>
      )}
    </div>
  );
}
