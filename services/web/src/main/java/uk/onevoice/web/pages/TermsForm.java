package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates.Grantors;
import uk.onevoice.web.api.Mandates.Holder;
import uk.onevoice.web.api.Mandates.Limit;
import uk.onevoice.web.api.Mandates.LimitWish;
import uk.onevoice.web.api.Mandates.TermsWish;
import uk.onevoice.web.api.Mandates.Threshold;
import uk.onevoice.web.api.Mandates.WholeTerms;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** What practices are to be asked for, between a form and the terms that the API knows. */
final class TermsForm {
  /** Which field here a field of the terms was filled from. */
  static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("topicIds", "topic"),
          Map.entry("forumIds", "table"),
          Map.entry("holder", "body"),
          Map.entry("organisationId", "body"),
          Map.entry("holderId", "body"),
          Map.entry("role", "role"),
          Map.entry("label", "label"),
          Map.entry("limits", "mayAgree"),
          Map.entry("text", "mayAgree"),
          Map.entry("limitId", "mayAgree"),
          Map.entry("threshold", "least"),
          Map.entry("practices", "least"),
          Map.entry("practicesPercent", "shareOfPractices"),
          Map.entry("patientsPercent", "shareOfPatients"),
          Map.entry("grantors", "asked"),
          Map.entry("bodyId", "members"),
          Map.entry("practiceIds", "named"),
          Map.entry("briefingDays", "briefingDays"),
          Map.entry("reportBackDays", "reportBackDays"),
          Map.entry("start", "start"),
          Map.entry("end", "last"));

  static final String ALL = "ALL";
  private static final String MEMBERS = "MEMBERS";
  private static final String NAMED = "NAMED";

  /** Who can be asked. */
  static final List<Choice> ASKED =
      List.of(
          new Choice(ALL, "All practices of the place"),
          new Choice(MEMBERS, "The members of one body"),
          new Choice(NAMED, "Some practices, by name"));

  private static final Map<String, String> LIMITS =
      Map.of("mayAgree", "MAY_AGREE", "mustRefer", "MUST_REFER", "mustNot", "MUST_NOT");
  private static final int LONGEST_LIMIT = 2000;
  private static final int MOST_DAYS = 90;
  private static final int HUNDRED = 100;
  private static final int MOST_PRACTICES = 9999;

  private TermsForm() {}

  /** Their topics, as they stand in the middle of a sentence. */
  static String about(WholeTerms terms) {
    return Words.list(
        terms.topics().stream()
            .map(topic -> Topic.words(topic.topic(), topic.topicNow()))
            .toList());
  }

  /** A form filled with terms as they stand. */
  static Form of(WholeTerms terms) {
    Threshold needs = terms.threshold();
    Form form =
        Form.blank()
            .withAll("topic", terms.topics().stream().map(topic -> topic.topicId()).toList())
            .withAll("table", terms.tables().stream().map(table -> table.forumId()).toList())
            .with("body", terms.holder().organisationId())
            .with("role", terms.holder().role())
            .with("label", terms.holder().label())
            .with("briefingDays", String.valueOf(terms.briefingDays()))
            .with("reportBackDays", String.valueOf(terms.reportBackDays()))
            .withDay("start", terms.start())
            .withDay("last", terms.end().minusDays(1));
    asked(form, terms.grantors());
    LIMITS.forEach((field, kind) -> form.with(field, lines(terms, kind)));
    if (needs != null) {
      form.with("least", text(needs.practices()))
          .with("shareOfPractices", text(needs.practicesPercent()))
          .with("shareOfPatients", text(needs.patientsPercent()));
    }
    return form;
  }

  private static void asked(Form form, @Nullable Grantors grantors) {
    if (grantors == null) {
      form.with("asked", ALL);
    } else if (grantors.bodyId() != null) {
      form.with("asked", MEMBERS).with("members", grantors.bodyId());
    } else {
      form.with("asked", NAMED)
          .withAll("named", grantors.practiceIds() == null ? List.of() : grantors.practiceIds());
    }
  }

  /** Null where all practices of the place are asked. */
  private static @Nullable Grantors grantors(Form form) {
    return switch (form.value("asked")) {
      case MEMBERS -> new Grantors(form.text("members", "Choose whose members are asked"), null);
      case NAMED -> {
        if (form.all("named").isEmpty()) {
          form.refuse("named", "Choose at least one practice");
        }
        yield new Grantors(null, form.all("named"));
      }
      default -> null;
    };
  }

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }

  private static String lines(WholeTerms terms, String kind) {
    return limits(terms).stream()
        .filter(limit -> limit.kind().equals(kind))
        .map(Limit::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private static List<Limit> limits(@Nullable WholeTerms terms) {
    return terms == null || terms.limits() == null ? List.of() : terms.limits();
  }

  /**
   * The terms, or null where the form holds a mistake, which it then says.
   *
   * @param before terms whose limits keep their words where nobody changed them
   */
  static @Nullable TermsWish read(Form form, @Nullable WholeTerms before) {
    if (form.all("topic").isEmpty()) {
      form.refuse("topic", "Choose at least one topic");
    }
    Holder holder =
        new Holder(
            form.text("body", "Choose the body"),
            form.text("role", "Choose the role that speaks"),
            form.text("label", "Write what the role is called there"));
    List<LimitWish> limits = new ArrayList<>();
    for (String field : List.of("mayAgree", "mustRefer", "mustNot")) {
      limits.addAll(limits(form, field, before));
    }
    if (form.value("mayAgree").isEmpty()) {
      form.refuse("mayAgree", "Write what may be agreed; without it nothing may");
    }
    @Nullable Grantors grantors = grantors(form);
    Optional<Integer> least = number(form, "least", 1, MOST_PRACTICES);
    Optional<Integer> practices = number(form, "shareOfPractices", 1, HUNDRED);
    Optional<Integer> patients = number(form, "shareOfPatients", 1, HUNDRED);
    if (least.isEmpty() && practices.isEmpty() && patients.isEmpty()) {
      if (form.error("least") == null) {
        form.refuse("least", "Write at least one of the three numbers");
      }
    }
    Optional<Integer> briefing = days(form, "briefingDays");
    Optional<Integer> report = days(form, "reportBackDays");
    Optional<LocalDate> start = form.requiredDay("start", "Write the first day");
    Optional<LocalDate> last = form.requiredDay("last", "Write the last day");
    if (form.refused()) {
      return null;
    }
    return new TermsWish(
        form.all("topic"),
        form.all("table"),
        holder,
        before == null ? List.of() : before.alternates(),
        limits,
        new Threshold(least.orElse(null), practices.orElse(null), patients.orElse(null)),
        grantors,
        briefing.orElseThrow(),
        report.orElseThrow(),
        start.orElseThrow(),
        last.orElseThrow().plusDays(1));
  }

  /** One limit a line. */
  private static List<LimitWish> limits(Form form, String field, @Nullable WholeTerms before) {
    String kind = Objects.requireNonNull(LIMITS.get(field));
    List<String> lines =
        form.value(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.stream().anyMatch(line -> line.length() > LONGEST_LIMIT)) {
      form.refuse(field, "Write each in at most 2,000 letters");
    }
    return lines.stream()
        .map(line ->
            limits(before).stream()
                .filter(limit -> limit.kind().equals(kind) && line.equals(limit.text()))
                .findFirst()
                .map(limit -> new LimitWish(kind, null, limit.limitId()))
                .orElseGet(() -> new LimitWish(kind, line, null)))
        .toList();
  }

  private static Optional<Integer> days(Form form, String field) {
    if (form.value(field).isEmpty()) {
      form.refuse(field, "Write how many days, 0 for none");
      return Optional.empty();
    }
    return number(form, field, 0, MOST_DAYS);
  }

  private static Optional<Integer> number(Form form, String field, int from, int to) {
    String typed = form.value(field).replace("%", "").strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(typed);
      if (number >= from && number <= to) {
        return Optional.of(number);
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as a number out of range is.
    }
    form.refuse(field, "Write a whole number from " + from + " to " + to);
    return Optional.empty();
  }
}
