package uk.onevoice.relationships.domain.mandate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.mandate.MandateHeard.Asked;
import uk.onevoice.relationships.domain.mandate.MandateHeard.InForceFrom;
import uk.onevoice.relationships.domain.mandate.MandateHeard.Opened;
import uk.onevoice.relationships.domain.mandate.MandateHeard.OutOfForceFrom;

/**
 * A mandate of the practices of a place, as far as it is needed here.
 *
 * @param versions of its terms, oldest first; those that were only asked for as well
 * @param inForce when which version was in force, in order and without overlap
 */
public record KnownMandate(
    UUID mandateId, PlaceId placeId, List<Version> versions, List<Span> inForce) {
  public KnownMandate {
    versions = List.copyOf(versions);
    inForce = List.copyOf(inForce);
  }

  /**
   * What practices were asked for.
   *
   * @param topics of the ICS's list; none where it names none of it
   * @param holderId the body whose role holds it
   * @param holderRole as the registry names it; null for any role there
   * @param end the first day after the last
   */
  public record Version(
      int number,
      List<UUID> topics,
      OrganisationId holderId,
      @Nullable String holderRole,
      LocalDate start,
      LocalDate end) {
    public Version {
      topics = List.copyOf(topics);
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

  /** A mandate of which nothing is known but for whom it was asked. */
  public static KnownMandate of(Opened opened) {
    return new KnownMandate(opened.mandateId(), opened.placeId(), List.of(), List.of());
  }

  /** The version that was in force on this day. */
  public Optional<Version> on(LocalDate day) {
    return inForce.stream()
        .filter(span -> span.includes(day))
        .findFirst()
        .flatMap(span -> version(span.version()));
  }

  /** The first day after the last on which it was in force; nothing where it never was. */
  public Optional<LocalDate> until() {
    return inForce.isEmpty() ? Optional.empty() : Optional.of(inForce.getLast().until());
  }

  /** What it is or was on: the topics of the version in force last; none where none ever was. */
  public List<UUID> topics() {
    return inForce.isEmpty()
        ? List.of()
        : version(inForce.getLast().version()).map(Version::topics).orElse(List.of());
  }

  private Optional<Version> version(int number) {
    return versions.stream().filter(each -> each.number() == number).findFirst();
  }

  /** The mandate after what was heard; never refuses. */
  public KnownMandate after(MandateHeard heard) {
    return switch (heard) {
      case Opened _ -> this;
      case Asked(var version) -> asked(version);
      case InForceFrom(var number, var day) -> inForce(number, day);
      case OutOfForceFrom(var day) -> with(versions, until(day));
    };
  }

  private KnownMandate asked(Version version) {
    var now =
        new ArrayList<>(
            versions.stream().filter(each -> each.number() != version.number()).toList());
    now.add(version);
    return with(now, inForce);
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
          return with(versions, spans);
        })
        .orElse(this);
  }

  private List<Span> until(LocalDate day) {
    return inForce.stream()
        .filter(span -> span.from().isBefore(day))
        .map(span -> span.until().isAfter(day) ? new Span(span.version(), span.from(), day) : span)
        .toList();
  }

  private KnownMandate with(List<Version> now, List<Span> spans) {
    return new KnownMandate(mandateId, placeId, now, spans);
  }
}
