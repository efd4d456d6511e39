package uk.onevoice.web.ui;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.ApiProblem;

/**
 * What a reader has typed, and what is wrong with it. A form that is refused is shown again with
 * every word that was typed.
 */
public final class Form {
  private static final String KEY = "key";
  private static final String ETAG = "etag";
  private static final String CSRF = "csrf";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, List<String>> ticked = new LinkedHashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final List<String> general = new ArrayList<>();
  private final Map<String, String> rows = new LinkedHashMap<>();
  private boolean postponed;

  private Form() {}

  /** A form nobody has touched; it brings the key that makes sending it twice harmless. */
  public static Form blank() {
    Form form = new Form();
    form.values.put(KEY, UUID.randomUUID().toString());
    return form;
  }

  public static Form sent(MultivaluedMap<String, String> fields) {
    Form form = new Form();
    fields.forEach(
        (name, all) -> form.values.put(name, all.isEmpty() ? "" : all.getFirst().strip()));
    fields.forEach((name, all) -> form.ticked.put(name, List.copyOf(all)));
    form.values.putIfAbsent(KEY, UUID.randomUUID().toString());
    return form;
  }

  /** With an answer already filled in. */
  public Form with(String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  /** With a day already filled in. */
  public Form withDay(String name, LocalDate day) {
    return with(part(name, "day"), String.valueOf(day.getDayOfMonth()))
        .with(part(name, "month"), String.valueOf(day.getMonthValue()))
        .with(part(name, "year"), String.valueOf(day.getYear()));
  }

  public Form withEtag(@Nullable String etag) {
    return with(ETAG, etag);
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** Every value of a field that can be chosen several times. */
  public List<String> all(String name) {
    return ticked.getOrDefault(name, List.of());
  }

  /** With several choices already made. */
  public Form withAll(String name, List<String> values) {
    ticked.put(name, List.copyOf(values));
    return this;
  }

  /** What was typed, even if it was nothing; in a form nobody has touched, what is stored. */
  public @Nullable String value(String name, @Nullable String stored) {
    return values.getOrDefault(name, stored);
  }

  public @Nullable String error(String name) {
    return errors.get(name);
  }

  /**
   * Whether a mistake is in this field or in one whose name begins so; null for a template's no.
   */
  public @Nullable Boolean about(String field) {
    return errors.keySet().stream().anyMatch(name -> name.startsWith(field)) ? Boolean.TRUE : null;
  }

  /**
   * Whether the form that was refused is the one whose fields begin so; null for a template's no.
   */
  public @Nullable Boolean open(String field) {
    boolean typed =
        values.entrySet().stream()
            .anyMatch(entry -> entry.getKey().startsWith(field) && !entry.getValue().isEmpty());
    return refused() && typed ? Boolean.TRUE : about(field);
  }

  /** What is sent after a refusal is another request. */
  public void drawKey() {
    values.put(KEY, UUID.randomUUID().toString());
  }

  public String key() {
    return value(KEY);
  }

  public @Nullable String etag() {
    return values.get(ETAG);
  }

  /** Day, month and year as typed, for the fields of a date. */
  public Map<String, String> date(String name) {
    return Map.of(
        "day", value(part(name, "day")),
        "month", value(part(name, "month")),
        "year", value(part(name, "year")));
  }

  /** The text of a field that must be filled in; a missing one is noted. */
  public Optional<String> required(String name, String whatToDo) {
    String value = value(name);
    if (value.isEmpty()) {
      errors.put(name, whatToDo);
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /** The day typed into three fields; one that is missing or does not exist is noted. */
  public Optional<LocalDate> requiredDay(String name, String whatToDo) {
    Optional<LocalDate> day = day(name);
    if (day.isEmpty()) {
      errors.put(
          name,
          date(name).values().stream().allMatch(String::isEmpty)
              ? whatToDo
              : "This is not a day of the calendar; write it like 31 3 2027");
    }
    return day;
  }

  /** The day typed into three fields that may be left empty; one that does not exist is noted. */
  public Optional<LocalDate> optionalDay(String name) {
    return date(name).values().stream().allMatch(String::isEmpty)
        ? Optional.empty()
        : requiredDay(name, "");
  }

  /** The text of a field that may be left empty. */
  public @Nullable String optional(String name) {
    String value = value(name);
    return value.isEmpty() ? null : value;
  }

  /** The text of a field, for a body that is not sent while something is missing. */
  public String text(String name, String whatToDo) {
    return required(name, whatToDo).orElse("");
  }

  /** The same for a day. */
  public LocalDate aDay(String name, String whatToDo) {
    return requiredDay(name, whatToDo).orElse(LocalDate.EPOCH);
  }

  private Optional<LocalDate> day(String name) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(value(part(name, "year"))),
              Integer.parseInt(value(part(name, "month"))),
              Integer.parseInt(value(part(name, "day")))));
    } catch (NumberFormatException | DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static String part(String name, String part) {
    return name + "[" + part + "]";
  }

  /** A field of the body that is one of many typed into one field, and what it is called here. */
  public void row(String field, String words) {
    rows.put(field, words);
  }

  public void refuse(String name, String why) {
    errors.put(name, why);
  }

  /**
   * Notes what an API found wrong: at the field it named, if this form has it, else above the form.
   *
   * @param fields which field here a field of the body was filled from, where it is called
   *     otherwise; of a row by its whole path, such as {@code items/3/outcome}
   */
  public void refuse(ApiProblem.Problem problem, Map<String, String> fields) {
    for (ApiProblem.Violation violation : problem.violations()) {
      String whole = violation.pointer().replaceFirst("^/", "");
      String name = fields.containsKey(whole) ? whole : violation.field();
      String field = fields.getOrDefault(name, name);
      if (!fields.containsKey(name) && !has(field)) {
        String what = rows.getOrDefault(violation.field(), violation.field());
        general.add(Words.sentence(what + " " + said(violation)));
      } else {
        // A field that holds many, such as a pasted list, can be wrong in many ways.
        errors.merge(field, Words.sentence(said(violation)), (one, other) -> one + "; " + other);
      }
    }
    if (problem.violations().isEmpty()) {
      general.add(problem.sentence());
    }
  }

  /** A row of a record names the problem that it would be alone; people read its sentence. */
  private static String said(ApiProblem.Violation violation) {
    return violation.message().replaceFirst("^[a-z]+(-[a-z]+)+: ", "");
  }

  /** Says what an API found wrong with the form as a whole in other words. */
  public void reword(UnaryOperator<String> words) {
    general.replaceAll(words);
  }

  private boolean has(String name) {
    return values.containsKey(name) || values.containsKey(part(name, "day"));
  }

  /** Nobody said no: the same form can be sent again, and keeps its key, so that it counts once. */
  public void postpone(String why) {
    general.add(why);
    postponed = true;
  }

  /** With which status the form is shown again. */
  public int status() {
    return postponed ? 503 : 400;
  }

  /** What was typed, for a page that only carries it; it writes the keys of a form itself. */
  public List<Field> typed() {
    return values.entrySet().stream()
        .filter(entry -> !List.of(KEY, ETAG, CSRF).contains(entry.getKey()))
        .flatMap(entry ->
            ticked.getOrDefault(entry.getKey(), List.of(entry.getValue())).stream()
                .map(value -> new Field(entry.getKey(), value)))
        .toList();
  }

  /** A field with what was typed into it. */
  public record Field(String name, String value) {}

  public boolean refused() {
    return !errors.isEmpty() || !general.isEmpty();
  }

  /** Every mistake, in the order of the fields, for the summary on top. */
  public List<Mistake> mistakes() {
    List<Mistake> mistakes = new ArrayList<>();
    general.forEach(text -> mistakes.add(new Mistake(text, null)));
    errors.forEach((name, text) ->
        mistakes.add(
            new Mistake(
                text, "#" + (values.containsKey(part(name, "day")) ? name + "-day" : name))));
    return mistakes;
  }

  /** A mistake and the field it is in; without one it concerns the form as a whole. */
  public record Mistake(String text, @Nullable String href) {}
}
