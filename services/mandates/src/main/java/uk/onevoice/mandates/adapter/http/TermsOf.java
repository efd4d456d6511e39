package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.domain.Grantors;
import uk.onevoice.mandates.domain.Limit;
import uk.onevoice.mandates.domain.ListedTopic;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Table;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.vault.TypedWords;

/** Makes terms of what a body says: from the ICS's lists, with the words of limits in the vault. */
@ApplicationScoped
class TermsOf {
  static final String LIMIT = "mandate-limit";

  private final MandateLists lists;
  private final Registry registry;
  private final Today today;

  TermsOf(MandateLists lists, Registry registry, Today today) {
    this.lists = lists;
    this.registry = registry;
    this.today = today;
  }

  /**
   * @param before terms whose limits may keep their words; null where there are none
   * @param at pointer to the terms in the body
   */
  Terms of(TermsWish wish, PlaceId place, @Nullable Terms before, String at, TypedWords.Pen pen) {
    if (wish.topicIds().isEmpty()) {
      throw Problem.invalid(at + "/topicIds", "names at least one topic").exception();
    }
    if (wish.briefingDays() < 0 || wish.reportBackDays() < 0) {
      throw Problem.invalid(at + "/briefingDays", "must be 0 or more").exception();
    }
    List<UUID> forums = wish.forumIds() == null ? List.of() : wish.forumIds();
    List<ListedTopic> topics =
        IntStream.range(0, wish.topicIds().size())
            .mapToObj(i -> lists.topic(wish.topicIds().get(i), place, at + "/topicIds/" + i))
            .distinct()
            .toList();
    List<Table> tables =
        IntStream.range(0, forums.size())
            .mapToObj(i -> lists.table(forums.get(i), place, at + "/forumIds/" + i))
            .distinct()
            .toList();
    List<Limit> limits = new ArrayList<>();
    for (int i = 0; i < wish.limits().size(); i++) {
      limits.add(limit(wish.limits().get(i), before, at + "/limits/" + i, pen));
    }
    return new Terms(
        topics,
        tables,
        wish.holder(),
        wish.alternates() == null ? List.of() : wish.alternates(),
        limits,
        wish.threshold(),
        wish.briefingDays(),
        wish.reportBackDays(),
        wish.start(),
        wish.end(),
        grantors(wish.grantors(), place, at + "/grantors"));
  }

  /** They are of the place today; who they are on another day is judged then. */
  private @Nullable Grantors grantors(@Nullable Grantors wish, PlaceId place, String at) {
    if (wish == null) {
      return null;
    }
    if (wish.bodyId() != null && !registry.hasMembersIn(place, wish.bodyId(), today.get())) {
      throw elsewhere(at + "/bodyId");
    }
    List<PracticeId> named = wish.practiceIds() == null ? List.of() : wish.practiceIds();
    for (int i = 0; i < named.size(); i++) {
      if (!place.equals(registry.placeOf(named.get(i), today.get()))) {
        throw elsewhere(at + "/practiceIds/" + i);
      }
    }
    return wish;
  }

  private static ProblemException elsewhere(String at) {
    return Problem.unprocessable(
            "grantors-not-of-the-place", "Only practices of the mandate's place are asked.")
        .at(at, "must be of the place, or have practices of it among its members")
        .exception();
  }

  private static Limit limit(
      TermsWish.LimitWish wish, @Nullable Terms before, String at, TypedWords.Pen pen) {
    @Nullable UUID id = wish.limitId();
    if (id != null) {
      if (before == null
          || before.limits().stream().noneMatch(limit -> limit.textRef().equals(id))) {
        throw Problem.invalid(at + "/limitId", "must be a limit of this mandate").exception();
      }
      return new Limit(wish.kind(), id);
    }
    @Nullable UUID ref = pen.ifAny(LIMIT, at + "/text", wish.text());
    if (ref == null) {
      throw Problem.invalid(at + "/text", "is required").exception();
    }
    return new Limit(wish.kind(), ref);
  }
}
