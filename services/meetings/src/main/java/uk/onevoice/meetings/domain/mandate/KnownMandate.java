package uk.onevoice.meetings.domain.mandate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.mandate.MandateHeard.AlternateNamed;
import uk.onevoice.meetings.domain.mandate.MandateHeard.AlternateStoodDown;
import uk.onevoice.meetings.domain.mandate.MandateHeard.Asked;
import uk.onevoice.meetings.domain.mandate.MandateHeard.InForceFrom;
import uk.onevoice.meetings.domain.mandate.MandateHeard.Opened;
import uk.onevoice.meetings.domain.mandate.MandateHeard.OutOfForceFrom;

/**
 * A mandate of the practices of a place, as far as meetings need it.
 *
 * @param versions of its terms, oldest first; those that were only asked for as well
 * @param inForce when which version was in force, in order and without overlap
 * @param alternates who stands in, and when, beside the holder of each version
 */
public record KnownMandate(
    UUID mandateId,
    PlaceId placeId,
    List<Version> versions,
    List<Span> inForce,
    List<Alternate> alternates) {
  public KnownMandate {
    versions = List.copyOf(versions);
    inForce = List.copyOf(inForce);
    alternates = List.copyOf(alternates);
  }

  /**
   * What practices were asked for.
   *
   * @param topics of the ICS's list; none where it names none of it
   * @param everywhere whether it holds at every table
   * @param tables the forums of the ICS's list at which it holds, where it is not everywhere
   * @param limits which kinds of limits it has: MAY_AGREE, MUST_REFER, MUST_NOT
   * @param briefingDays by how many days before a meeting practices are briefed; null where the
   *     terms do not say
   * @param reportBackDays within how many days after it the holder reports back; null where the
   *     terms do not say
   * @param end the first day after the last
   */
  public record Version(
      int number,
      List<UUID> topics,
      boolean everywhere,
      List<UUID> tables,
      Held holder,
      Set<String> limits,
      @Nullable Integer briefingDays,
      @Nullable Integer reportBackDays,
      LocalDate start,
      LocalDate end) {
    public Version {
      topics = List.copyOf(topics);
      tables = List.copyOf(tables);
      limits = Set.copyOf(limits);
    }
  }

  /**
   * Days on which a version was in force.
   *
   * @param until the first day after the last
   */
  public record Span(int version, LocalDate from, LocalDate until) {
    boolean includes(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  /**
   * Somebody who stands in.
   *
   * @param version null for every version
   * @param until the first day on which they do no more; null for no such day
   */
  public record Alternate(
      @Nullable Integer version, Held held, LocalDate from, @Nullable LocalDate until) {
    boolean standsIn(int number, LocalDate day) {
      return (version == null || version == number)
          && !day.isBefore(from)
          && (until == null || day.isBefore(until));
    }
  }

  /** The version that was in force on this day. */
  public Optional<Version> on(LocalDate day) {
    return inForce.stream()
        .filter(span -> span.includes(day))
        .findFirst()
        .flatMap(span -> version(span.version()));
  }

  private Optional<Version> version(int number) {
    return versions.stream().filter(each -> each.number() == number).findFirst();
  }

  /** The holder of this version and all who stood in for it on the day. */
  public List<Held> speakers(Version version, LocalDate day) {
    return Stream.concat(
            Stream.of(version.holder()),
            alternates.stream()
                .filter(each -> each.standsIn(version.number(), day))
                .map(Alternate::held))
        .toList();
  }

  /**
   * Why somebody with these roles did not speak for general practice on this day; nothing where
   * they did.
   *
   * @param forumId the table; null where it is none of the list
   * @param topicIds on the agenda; one of them has to be a topic of the mandate
   */
  public Set<Unmandated> unmandated(
      Collection<Held> held, @Nullable UUID forumId, Collection<UUID> topicIds, LocalDate day) {
    @Nullable Version version = on(day).orElse(null);
    if (version == null) {
      return EnumSet.of(Unmandated.NOT_IN_FORCE);
    }
    Set<Unmandated> why = EnumSet.noneOf(Unmandated.class);
    if (speakers(version, day).stream().noneMatch(speaker -> speaker.isAmong(held))) {
      why.add(Unmandated.HOLDER);
    }
    if (!version.everywhere() && (forumId == null || !version.tables().contains(forumId))) {
      why.add(Unmandated.TABLE);
    }
    if (version.topics().stream().noneMatch(topicIds::contains)) {
      why.add(Unmandated.TOPIC);
    }
    return why;
  }

  /**
   * The same mandate with topics and forums as they are named now.
   *
   * @param topic what stands now for a topic that was merged away; the same for any other
   */
  public KnownMandate named(UnaryOperator<UUID> topic, UnaryOperator<UUID> forum) {
    return new KnownMandate(
        mandateId,
        placeId,
        versions.stream()
            .map(each ->
                new Version(
                    each.number(),
                    each.topics().stream().map(topic).toList(),
                    each.everywhere(),
                    each.tables().stream().map(forum).toList(),
                    each.holder(),
                    each.limits(),
                    each.briefingDays(),
                    each.reportBackDays(),
                    each.start(),
                    each.end()))
            .toList(),
        inForce,
        alternates);
  }

  /** The mandate after what was heard; never refuses. */
  public KnownMandate after(MandateHeard heard) {
    return switch (heard) {
      case Opened _ -> this;
      case Asked(_, var version, var standIns) -> asked(version, standIns);
      case InForceFrom(_, var number, var day) -> inForce(number, day);
      case OutOfForceFrom(_, var day) -> with(versions, until(day), alternates);
      case AlternateNamed(_, var held, var day) ->
          with(versions, inForce, plus(alternates, new Alternate(null, held, day, null)));
      case AlternateStoodDown(_, var held, var day) ->
          with(
              versions,
              inForce,
              alternates.stream()
                  .map(each ->
                      each.held().equals(held) && each.until() == null
                          ? new Alternate(each.version(), held, each.from(), day)
                          : each)
                  .toList());
    };
  }

  private KnownMandate asked(Version version, List<Held> standIns) {
    var now =
        new ArrayList<>(
            versions.stream().filter(each -> each.number() != version.number()).toList());
    now.add(version);
    var also = new ArrayList<>(alternates);
    standIns.forEach(
        held -> also.add(new Alternate(version.number(), held, version.start(), null)));
    return with(now, inForce, also);
  }

  /** From its first day or this one, whichever is later; what was in force before ends then. */
  private KnownMandate inForce(int number, LocalDate day) {
    return version(number)
        .map(version -> {
          LocalDate from = day.isBefore(version.start()) ? version.start() : day;
          var spans = new ArrayList<>(until(from));
          if (from.isBefore(version.end())) {
            spans.add(new Span(number, from, version.end()));
          }
          return with(versions, spans, alternates);
        })
        .orElse(this);
  }

  private List<Span> until(LocalDate day) {
    return inForce.stream()
        .filter(span -> span.from().isBefore(day))
        .map(span -> span.until().isAfter(day) ? new Span(span.version(), span.from(), day) : span)
        .toList();
  }

  private KnownMandate with(List<Version> now, List<Span> spans, List<Alternate> standIns) {
    return new KnownMandate(mandateId, placeId, now, spans, standIns);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }
}
