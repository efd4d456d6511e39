package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;

/** What the forms of a relationship's page send. */
final class RelationshipForms {
  static final List<Choice> PRIORITY_SIDES =
      List.of(new Choice("THEIRS", "They want it"), new Choice("OURS", "We want it"));
  static final List<Choice> ASKS =
      List.of(
          new Choice("OURS-ASK", "We asked"),
          new Choice("THEIRS-ASK", "They asked"),
          new Choice("OURS-OFFER", "We offered"),
          new Choice("THEIRS-OFFER", "They offered"));
  static final List<Choice> PROMISE_SIDES =
      List.of(new Choice("THEIRS", "They promised"), new Choice("OURS", "We promised"));

  private RelationshipForms() {}

  static Relationships.@Nullable NewPriority priority(Form form) {
    var side = form.required("prioritySide", "Choose who wants it");
    var words = form.required("priority", "Write what it is");
    return side.isEmpty() || words.isEmpty()
        ? null
        : new Relationships.NewPriority(
            side.get(),
            form.optional("priorityTopic"),
            words.get(),
            form.aDay("priorityOn", "Write the day"));
  }

  static Relationships.@Nullable NewAsk ask(Form form) {
    var which = form.required("askWho", "Choose who asked or offered");
    var words = form.required("ask", "Write what it is about");
    if (which.isEmpty() || words.isEmpty()) {
      return null;
    }
    String[] parts = which.get().split("-", 2);
    return new Relationships.NewAsk(
        parts.length == 2 ? parts[1] : "",
        parts[0],
        form.optional("askTopic"),
        words.get(),
        form.aDay("askOn", "Write the day"),
        form.value("unheard").equals("true"),
        StoodBehind.mandate(form, "askUnder"),
        StoodBehind.position(form, "askUnder"));
  }

  static Relationships.@Nullable NewCommitment promise(Form form, LocalDate today) {
    var side = form.required("promiseSide", "Choose who promised");
    var words = form.required("promise", "Write what was promised");
    LocalDate due = form.aDay("promiseDue", "Write by when");
    return side.isEmpty() || words.isEmpty()
        ? null
        : new Relationships.NewCommitment(
            side.get(),
            due,
            words.get(),
            form.optionalDay("promiseOn").orElse(today),
            form.optional("promiseTopic"));
  }

  static Relationships.@Nullable NewSupport support(Form form) {
    return form.required("support", "Write what they did")
        .map(words ->
            new Relationships.NewSupport(
                form.optional("supportBy"), words, form.aDay("supportOn", "Write the day")))
        .orElse(null);
  }

  static Relationships.@Nullable NewResult result(Form form) {
    return form.required("result", "Write what changed")
        .map(words -> new Relationships.NewResult(words, form.aDay("resultOn", "Write the day")))
        .orElse(null);
  }
}
