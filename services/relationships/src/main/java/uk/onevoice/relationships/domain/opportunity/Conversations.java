package uk.onevoice.relationships.domain.opportunity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.SlotId;

/**
 * Which conversations came before a bid, and by how much: general practice talked with those it
 * bids with before there was anything to win, or it did not.
 *
 * @param first the first with each organisation, and the first with it on the topic of the bid,
 *     earliest first
 * @param talksBefore how many took place before the day it was opened
 * @param daysBefore by how many days the first on the topic came before the opening, or else the
 *     first on anything; below zero where it came after; null where nobody talked
 * @param onTopic whether it is one on the topic that {@code daysBefore} counts from
 */
public record Conversations(
    List<First> first, int talksBefore, @Nullable Long daysBefore, boolean onTopic) {
  public Conversations {
    first = List.copyOf(first);
  }

  /**
   * A talk in which both sides spoke.
   *
   * @param onTopic whether it was about the topic of the bid, as topics are named now
   * @param recordedOn the day on which it was written down
   */
  public record Talk(
      SlotId slotId,
      OrganisationId organisationId,
      LocalDate on,
      boolean onTopic,
      LocalDate recordedOn) {}

  /**
   * @param onTopic whether it is the first on the topic; else it is the first of all
   * @param recordedAfter whether it was written down only after the opening: it proves less then
   */
  public record First(Talk talk, boolean onTopic, long daysBefore, boolean recordedAfter) {}

  /** What these talks, in any order, say of a bid that was opened on this day. */
  public static Conversations before(LocalDate opened, List<Talk> talks) {
    List<Talk> inOrder = talks.stream().sorted(Comparator.comparing(Talk::on)).toList();
    Map<OrganisationId, Talk> ofAll = new LinkedHashMap<>();
    Map<OrganisationId, Talk> ofTopic = new LinkedHashMap<>();
    for (Talk talk : inOrder) {
      ofAll.putIfAbsent(talk.organisationId(), talk);
      if (talk.onTopic()) {
        ofTopic.putIfAbsent(talk.organisationId(), talk);
      }
    }
    List<First> first = new ArrayList<>();
    ofAll.values().forEach(talk -> first.add(first(talk, talk.onTopic(), opened)));
    ofTopic.forEach((organisation, talk) -> {
      if (!talk.equals(ofAll.get(organisation))) {
        first.add(first(talk, true, opened));
      }
    });
    first.sort(Comparator.comparing(each -> each.talk().on()));
    Optional<Talk> counted =
        ofTopic.values().stream().findFirst().or(() -> inOrder.stream().findFirst());
    return new Conversations(
        first,
        Math.toIntExact(inOrder.stream().filter(talk -> talk.on().isBefore(opened)).count()),
        counted.map(talk -> ChronoUnit.DAYS.between(talk.on(), opened)).orElse(null),
        !ofTopic.isEmpty());
  }

  private static First first(Talk talk, boolean onTopic, LocalDate opened) {
    return new First(
        talk,
        onTopic,
        ChronoUnit.DAYS.between(talk.on(), opened),
        talk.recordedOn().isAfter(opened));
  }
}
