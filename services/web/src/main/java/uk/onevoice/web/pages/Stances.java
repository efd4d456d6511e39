package uk.onevoice.web.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import uk.onevoice.web.api.Issues.Option;
import uk.onevoice.web.api.Issues.Stance;
import uk.onevoice.web.api.Issues.StanceOn;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;

/** What a body says to the options of a question, as fields of a form. */
final class Stances {
  private static final String STANCE = "stance-";

  private Stances() {}

  /** One option of a question, with the field in which a body says what it thinks of it. */
  public record Field(String name, String text, List<Choice> choices, String value) {}

  static List<Field> fields(List<Option> options, Form form) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Says nothing"));
    choices.addAll(Vocabulary.STANCES);
    return options.stream()
        .map(option ->
            new Field(
                STANCE + option.optionId(),
                PositionView.question(option.option()),
                choices,
                form.value(STANCE + option.optionId())))
        .toList();
  }

  /** A form filled with what the body says now. */
  static void fill(Form form, List<StanceOn> stances) {
    stances.forEach(one -> form.with(STANCE + one.optionId(), one.stance()));
  }

  /** What a body says to the options of which it says anything. */
  static List<Stance> read(Form form, MultivaluedMap<String, String> fields) {
    List<Stance> stances =
        fields.keySet().stream()
            .filter(name -> name.startsWith(STANCE) && !form.value(name).isEmpty())
            .map(name -> new Stance(name.substring(STANCE.length()), form.value(name)))
            .toList();
    if (stances.isEmpty()) {
      form.refuse("stances", "Say at least to one option what the body thinks");
    }
    return stances;
  }
}
