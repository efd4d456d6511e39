package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.InvocationId;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.UseEvent;
import uk.onevoice.mandates.domain.UseEvent.InvocationRatified;
import uk.onevoice.mandates.domain.UseEvent.InvocationTakenBack;
import uk.onevoice.mandates.domain.UseEvent.LmcRatificationGiven;
import uk.onevoice.mandates.domain.UseEvent.MandateInvoked;
import uk.onevoice.mandates.domain.UseEvent.Outside;
import uk.onevoice.mandates.domain.UseEvent.RatificationGiven;
import uk.onevoice.service.problem.Problem;

/** What was said or agreed under a mandate, and what practices say of it. */
record InvocationView(
    InvocationId invocationId,
    int version,
    UseEvent.Act act,
    InvocationState state,
    List<Outside> outside,
    UUID topicId,
    @Nullable UUID forumId,
    List<UUID> limitIds,
    @Nullable UUID meetingId,
    @Nullable UUID itemId,
    LocalDate on,
    @Nullable String words,
    int needs,
    int ratified,
    int refused,
    List<LmcWord> lmcs) {
  /**
   * Of an LMC whose word it needs.
   *
   * @param agrees null until it says
   */
  record LmcWord(OrganisationId lmcId, @Nullable Boolean agrees) {}

  /** Whether it binds. */
  enum InvocationState {
    COVERED,
    PROVISIONAL,
    RATIFIED,
    TAKEN_BACK
  }

  /**
   * One of them, as the events tell it.
   *
   * @param answers what practices last said of it
   * @param lmcAnswers what LMCs last said of it
   */
  record Told(
      MandateInvoked said,
      InvocationState state,
      Map<PracticeId, Boolean> answers,
      Map<OrganisationId, Boolean> lmcAnswers) {
    Told {
      answers = Map.copyOf(answers);
      lmcAnswers = Map.copyOf(lmcAnswers);
    }

    InvocationView view(Map<UUID, String> words) {
      int agreeing = (int) answers.values().stream().filter(agrees -> agrees).count();
      return new InvocationView(
          said.invocationId(),
          said.version(),
          said.act(),
          state,
          said.outside(),
          said.topicId(),
          said.forumId(),
          said.limitRefs(),
          said.meetingId(),
          said.itemId(),
          said.on(),
          said.wordsRef() == null ? null : words.get(said.wordsRef()),
          said.needs(),
          agreeing,
          answers.size() - agreeing,
          said.lmcs().stream().map(lmc -> new LmcWord(lmc, lmcAnswers.get(lmc))).toList());
    }
  }

  static List<Told> newestFirst(List<MandateEvent> history) {
    Map<InvocationId, Told> told = new LinkedHashMap<>();
    for (MandateEvent event : history) {
      if (!(event instanceof UseEvent use)) {
        continue;
      }
      switch (use) {
        case MandateInvoked said ->
            told.put(
                said.invocationId(),
                new Told(said, InvocationState.valueOf(said.verdict().name()), Map.of(), Map.of()));
        case RatificationGiven(_, var id, var practice, var agrees, _) ->
            told.computeIfPresent(
                id,
                (_, before) -> {
                  Map<PracticeId, Boolean> answers = new HashMap<>(before.answers());
                  answers.put(practice, agrees);
                  return new Told(before.said(), before.state(), answers, before.lmcAnswers());
                });
        case LmcRatificationGiven(_, var id, var lmc, var agrees, _) ->
            told.computeIfPresent(
                id,
                (_, before) -> {
                  Map<OrganisationId, Boolean> answers = new HashMap<>(before.lmcAnswers());
                  answers.put(lmc, agrees);
                  return new Told(before.said(), before.state(), before.answers(), answers);
                });
        case InvocationRatified(_, var id, _) -> settle(told, id, InvocationState.RATIFIED);
        case InvocationTakenBack(_, var id, _) -> settle(told, id, InvocationState.TAKEN_BACK);
      }
    }
    return new ArrayList<>(told.values()).reversed();
  }

  private static void settle(Map<InvocationId, Told> told, InvocationId id, InvocationState state) {
    told.computeIfPresent(
        id, (_, before) -> new Told(before.said(), state, before.answers(), before.lmcAnswers()));
  }

  /** Where the list goes on after this one. */
  static int after(List<Told> all, String cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).said().invocationId().value().toString().equals(cursor)) {
        return i + 1;
      }
    }
    throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
  }
}
