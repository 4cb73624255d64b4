// A calm box that says something the customer should know now.
import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-names.ts";

/** Properties of Notice. */
export interface NoticeProps {
  tone: "info" | "ok" | "warn";
  children: ComponentChildren;
}

const ICONS: Readonly<Record<NoticeProps["tone"], IconName>> = {
  info: "info",
  ok: "check",
  warn: "triangle-alert",
};

/** The box; `tone` chooses its icon as well as its colour. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}
