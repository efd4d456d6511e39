package uk.onevoice.web.pages;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.ui.Form;

/** What members of a joint group can do about its issues, actions and joint work. */
final class JointGroupSteps {
  /**
   * What can be done about one of them.
   *
   * @param command below its address in the API
   * @param goes whether it is on no list any more, so that one goes on to the group
   */
  record Step(
      String command,
      boolean goes,
      Function<Form, @Nullable Object> body,
      Map<String, String> fields) {
    private static Step of(String command, Function<Form, @Nullable Object> body) {
      return new Step(command, false, body, Map.of());
    }

    private static Step away(String command, Function<Form, @Nullable Object> body) {
      return new Step(command, true, body, Map.of());
    }
  }

  private static final Step MOVED =
      Step.of("moves", sent -> new JointGroups.Due(sent.aDay("due", "Write the new day")));
  private static final Step REOPENED = Step.of("reopening", JointGroupPages::nothing);

  /** By the log in which it is, and what the form calls it. */
  private static final Map<String, Map<String, Step>> STEPS =
      Map.of(
          "issues",
          Map.of(
              "answered",
              new Step(
                  "answers",
                  false,
                  sent ->
                      new JointGroups.NewAnswer(sent.text("answer", "Write what you say to it")),
                  Map.of("words", "answer")),
              "moved",
              MOVED,
              "assigned",
              Step.of(
                  "owners",
                  sent ->
                      new JointGroups.Owners(
                          sent.text("gpOwnerSeatId", "Choose who sees to it in general practice"),
                          sent.text("partnerOwnerSeatId", "Choose who sees to it at the partner"))),
              "resolved",
              Step.of("resolution", sent -> new JointGroups.Resolving(sent.optional("how"), null)),
              "mistake",
              Step.away("resolution", _ -> new JointGroups.Resolving(null, true)),
              "reopened",
              REOPENED),
          "actions",
          Map.of(
              "moved",
              MOVED,
              "done",
              Step.of("settlement", _ -> new JointGroups.Settling(true)),
              "given-up",
              Step.of("settlement", _ -> new JointGroups.Settling(false)),
              "reopened",
              REOPENED),
          "workstreams",
          Map.of(
              "reported",
              Step.of(
                  "reports",
                  sent ->
                      new JointGroups.Report(
                          sent.text("state", "Choose how it stands"), sent.optional("inHand"))),
              "withdrawn",
              Step.away("withdrawal", JointGroupPages::nothing)));

  private JointGroupSteps() {}

  static Optional<Step> of(String log, String name) {
    return Optional.ofNullable(STEPS.getOrDefault(log, Map.of()).get(name));
  }
}
