package uk.onevoice.mandates.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something said or agreed outside of the mandate, and what those have said of it whom it needs.
 *
 * @param needs the fewest practices that have to stand by it
 * @param threshold what they have to reach; null where only their number counts
 * @param grantors who of the place was asked; null for all its practices
 * @param words what practices have said about it
 * @param lmcs that have to stand by it too, since they had endorsed the mandate
 * @param lmcWords what they have said about it
 */
public record Provisional(
    int needs,
    @Nullable Threshold threshold,
    @Nullable Grantors grantors,
    Map<PracticeId, Boolean> words,
    Set<OrganisationId> lmcs,
    Map<OrganisationId, Boolean> lmcWords) {
  public Provisional {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    lmcs = Set.copyOf(lmcs);
    lmcWords = Map.copyOf(lmcWords);
  }

  Provisional heard(PracticeId practice, boolean agrees) {
    var now = new LinkedHashMap<>(words);
    now.put(practice, agrees);
    return new Provisional(needs, threshold, grantors, now, lmcs, lmcWords);
  }

  Provisional heard(OrganisationId lmc, boolean agrees) {
    var now = new LinkedHashMap<>(lmcWords);
    now.put(lmc, agrees);
    return new Provisional(needs, threshold, grantors, words, lmcs, now);
  }

  /** Whether all those stand by it whom it needs. */
  boolean isRatified(Electorate place) {
    Set<PracticeId> agreeing =
        words.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Tally tally = Tally.ofYes(place.among(grantors), agreeing);
    return tally.granted() >= needs
        && (threshold == null || threshold.isReachedBy(tally))
        && lmcs.stream().allMatch(lmc -> lmcWords.getOrDefault(lmc, false));
  }
}
