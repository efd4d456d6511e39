package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a mandate's terms, with what practices answered to it and to no other.
 *
 * @param terms null for a mandate that was asked for in one step, without limits and a threshold
 * @param reason why practices were asked again; null for the first version
 * @param askedOn from which day practices may answer; null where nobody said
 * @param acceptedOn when who holds the role took it on
 * @param endorsements by LMC, and since when
 * @param reminders each time that silent practices were reminded, oldest first
 * @param departed answers of practices that are no longer there
 */
public record Version(
    int number,
    @Nullable Terms terms,
    LocalDate start,
    LocalDate end,
    @Nullable Why reason,
    @Nullable LocalDate askedOn,
    Map<PracticeId, Standing> answers,
    @Nullable LocalDate acceptedOn,
    Map<OrganisationId, LocalDate> endorsements,
    List<Reminder> reminders,
    Map<PracticeId, Departed> departed) {
  public Version {
    answers = copy(answers);
    endorsements = copy(endorsements);
    reminders = List.copyOf(reminders);
    departed = copy(departed);
  }

  /** What practices are asked again for. */
  public enum Why {
    TERMS_CHANGED,
    RENEWED
  }

  /** An answer that ended with its practice, and who may confirm it. */
  public record Departed(Standing standing, List<PracticeId> successors) {
    public Departed {
      successors = List.copyOf(successors);
    }
  }

  /** That practices are now asked for. */
  static Version asked(int number, Terms terms, @Nullable Why reason, @Nullable LocalDate on) {
    return bare(number, terms, terms.start(), terms.end(), reason, on);
  }

  static Version bare(
      int number,
      @Nullable Terms terms,
      LocalDate start,
      LocalDate end,
      @Nullable Why reason,
      @Nullable LocalDate on) {
    return new Version(
        number, terms, start, end, reason, on, Map.of(), null, Map.of(), List.of(), Map.of());
  }

  /** Who of the place's practices is asked; null for all of them. */
  public @Nullable Grantors grantors() {
    return terms == null ? null : terms.grantors();
  }

  /** Those of the place's practices that are asked. */
  public Electorate asked(Electorate place) {
    return place.among(grantors());
  }

  /** What has been granted, of those that are asked. */
  public Tally tally(Electorate place) {
    return Tally.of(asked(place), answers);
  }

  boolean asks(PracticeId practice, Belonging belonging) {
    Grantors only = grantors();
    return only == null || only.include(practice, belonging.bodies());
  }

  /** Who answered yes with a condition, or no, or took its answer back, has answered. */
  public boolean isSilent(PracticeId practice) {
    return !answers.containsKey(practice);
  }

  /** The days on which this practice was reminded, the last one first. */
  public List<LocalDate> remindersOf(PracticeId practice) {
    return reminders.stream()
        .filter(each -> each.practices().contains(practice))
        .map(Reminder::on)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  boolean wasReminded(PracticeId practice, LocalDate on) {
    return reminders.stream()
        .anyMatch(each -> each.on().equals(on) && each.practices().contains(practice));
  }

  /** Whether grants reach what it needs; without a threshold, nothing is needed. */
  boolean isCarriedBy(Tally tally) {
    return terms == null || terms.threshold().isReachedBy(tally);
  }

  boolean includes(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  Version answered(PracticeId practice, Standing standing) {
    return with(put(answers, practice, standing), acceptedOn, endorsements, reminders, departed);
  }

  /** The answer has ended with its practice; whoever follows it may confirm it. */
  Version departed(PracticeId practice, List<PracticeId> successors) {
    Standing standing = answers.get(practice);
    if (standing == null) {
      return this;
    }
    var left = new LinkedHashMap<>(answers);
    left.remove(practice);
    return with(
        left,
        acceptedOn,
        endorsements,
        reminders,
        put(departed, practice, new Departed(standing, successors)));
  }

  Version accepted(LocalDate on) {
    return with(answers, on, endorsements, reminders, departed);
  }

  Version endorsed(OrganisationId lmc, LocalDate on) {
    return with(answers, acceptedOn, put(endorsements, lmc, on), reminders, departed);
  }

  Version reminded(List<PracticeId> practices, LocalDate on) {
    List<Reminder> now =
        Stream.concat(reminders.stream(), Stream.of(new Reminder(on, practices))).toList();
    return with(answers, acceptedOn, endorsements, now, departed);
  }

  Version withAlternates(List<Holder> alternates) {
    return terms == null
        ? this
        : new Version(
            number,
            terms.withAlternates(alternates),
            start,
            end,
            reason,
            askedOn,
            answers,
            acceptedOn,
            endorsements,
            reminders,
            departed);
  }

  private Version with(
      Map<PracticeId, Standing> answersNow,
      @Nullable LocalDate acceptedNow,
      Map<OrganisationId, LocalDate> endorsementsNow,
      List<Reminder> remindersNow,
      Map<PracticeId, Departed> departedNow) {
    return new Version(
        number,
        terms,
        start,
        end,
        reason,
        askedOn,
        answersNow,
        acceptedNow,
        endorsementsNow,
        remindersNow,
        departedNow);
  }

  private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
    var now = new LinkedHashMap<>(map);
    now.put(key, value);
    return now;
  }

  private static <K, V> Map<K, V> copy(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
