import type { Holiday, OfficeHours } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { region, text } from "../text/text.ts";
import { CloseIcon } from "../ui/icons.tsx";
import type { FieldsProps } from "./AppearanceFields.tsx";
import { FormValue } from "./FormValue.tsx";
import { OpenSpans } from "./OpenSpans.tsx";
import "./office-hours.css";
import { Check, Field } from "../ui/Field.tsx";

const usual = [{ from: "09:00", to: "17:00" }];
const replies = [1, 5, 15, 30, 60, 240, 1440, 2880];

/** When the team answers: what visitors are told while nobody is there. */
export function OfficeHoursFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.hours;
  const [hours, setHours] = useState<OfficeHours | null>(channel.hours);
  const [kept, setKept] = useState<OfficeHours>(() => channel.hours ?? fresh());
  const change = (changes: Partial<OfficeHours>) => {
    const next = { ...(hours ?? kept), ...changes };
    setHours(next);
    setKept(next);
  };
  const setDay = (at: number, day: Partial<Holiday>) =>
    hours && change({ holidays: hours.holidays.map((each, index) => (index === at ? { ...each, ...day } : each)) });
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <FormValue name="hours" value={hours} />
      <Check
        name="hasHours"
        label={words.has}
        hint={words.hasHint}
        checked={hours !== null}
        onChange={(has) => setHours(has ? kept : null)}
      />
      {hours && (
        <>
          <div class="settings-two">
            <Field label={words.timeZone} problem={wrong("hours.timeZone")}>
              {(input) => (
                <select
                  class="select"
                  value={hours.timeZone}
                  onChange={(event) => change({ timeZone: event.currentTarget.value })}
                  {...input}
                >
                  {zones(hours.timeZone).map((zone) => (
                    <option key={zone} value={zone}>
                      {zone.replaceAll("_", " ")}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={words.reply} problem={wrong("hours.replyMinutes")}>
              {(input) => (
                <select
                  class="select"
                  value={String(hours.replyMinutes ?? "")}
                  onChange={(event) => change({ replyMinutes: Number(event.currentTarget.value) || null })}
                  {...input}
                >
                  <option value="">{words.noReply}</option>
                  {[...new Set([...replies, ...(hours.replyMinutes === null ? [] : [hours.replyMinutes])])]
                    .sort((a, b) => a - b)
                    .map((minutes) => (
                      <option key={minutes} value={minutes}>
                        {duration(minutes)}
                      </option>
                    ))}
                </select>
              )}
            </Field>
          </div>
          <table class="office-week">
            <tbody>
              {hours.week.map((spans, day) => (
                <tr key={day}>
                  <th scope="row">{weekday(day)}</th>
                  <td>
                    <OpenSpans
                      of={weekday(day)}
                      spans={spans}
                      usual={hours.week.find((each) => each.length > 0) ?? usual}
                      onSpans={(next) => change({ week: hours.week.with(day, next) })}
                    />
                    {wrong(`hours.week.${day}`) && <p class="form-problem">{words.wrong}</p>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <h3 class="field-label">{words.holidays}</h3>
          {hours.holidays.map((holiday, at) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of the page here
            <div key={at} class="holiday" role="group" aria-label={holiday.name || holiday.date}>
              <input
                class="input num"
                type="date"
                required
                aria-label={words.date}
                value={holiday.date}
                onInput={(event) => setDay(at, { date: event.currentTarget.value })}
              />
              <input
                class="input"
                maxLength={80}
                aria-label={words.holidayName}
                placeholder={words.holidayName}
                value={holiday.name}
                onInput={(event) => setDay(at, { name: event.currentTarget.value })}
              />
              <button
                type="button"
                class="icon-button"
                aria-label={words.removeHoliday}
                title={words.removeHoliday}
                onClick={() => change({ holidays: hours.holidays.filter((_, each) => each !== at) })}
              >
                <CloseIcon size={16} />
              </button>
              <OpenSpans
                of={holiday.name || holiday.date}
                spans={holiday.open}
                usual={usual}
                onSpans={(open) => setDay(at, { open })}
              />
              {wrong(`hours.holidays.${at}`) && <p class="form-problem">{words.wrong}</p>}
            </div>
          ))}
          {wrong("hours.holidays") && <p class="form-problem">{words.twice}</p>}
          <p>
            <button
              type="button"
              class="button"
              disabled={hours.holidays.length >= 100}
              onClick={() => change({ holidays: [...hours.holidays, { date: "", name: "", open: [] }] })}
            >
              {words.addHoliday}
            </button>
          </p>
        </>
      )}
    </fieldset>
  );
}

const fresh = (): OfficeHours => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? usual : [])),
  holidays: [],
  replyMinutes: null,
});

const zones = (own: string): string[] => [...new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();

/** 0 is Monday. 5 January 1970 was one. */
const weekday = (day: number): string =>
  new Date(Date.UTC(1970, 0, 5 + day)).toLocaleDateString(region, { weekday: "long", timeZone: "UTC" });

function duration(minutes: number): string {
  const [value, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, "day"] : minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return value.toLocaleString(region, { style: "unit", unit, unitDisplay: "long" });
}
