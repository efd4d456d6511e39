package uk.onevoice.organisations.adapter.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.fhir.Version.Told;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRegistered;
import uk.onevoice.organisations.domain.organisation.Status;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceDefined;
import uk.onevoice.organisations.domain.place.PlaceId;

/** Streams of the log with invented bodies, for tests. */
final class Samples {
  static final Instant RECORDED = Instant.parse("2026-11-20T09:30:00.123456Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  static final LocalDate OPENED = LocalDate.of(1998, 4, 1);
  static final UUID FEDERATION = UUID.fromString("01932c07-0000-7000-8000-0000000000fe");
  static final UUID PLACE = UUID.fromString("01932c07-0000-7000-8000-00000000001a");
  static final UUID AFFILIATION = UUID.fromString("01932c07-0000-7000-8000-0000000000af");

  private Samples() {}

  /** One event after the other, a minute between them. */
  static List<Told> stream(String name, Object... events) {
    List<Told> told = new ArrayList<>();
    for (var event : events) {
      told.add(new Told(name, told.size() + 1, RECORDED.plusSeconds(60L * told.size()), event));
    }
    return told;
  }

  static List<Version> organisation(OrganisationEvent... events) {
    var id = ((OrganisationRegistered) events[0]).organisationId();
    return Version.all(stream("organisation-" + id, (Object[]) events));
  }

  static List<Version> affiliations(AffiliationsEvent... events) {
    return Version.all(stream("affiliations-" + events[0].memberId(), (Object[]) events));
  }

  static OrganisationRegistered official(
      String code, OrganisationKind kind, @Nullable LocalDate end) {
    return new OrganisationRegistered(
        new OrganisationId(code),
        code,
        "NEWBRIDGE TEACHING HOSPITALS",
        List.of(kind),
        "ZZ9 7TF",
        OPENED,
        end,
        end == null ? Status.ACTIVE : Status.INACTIVE,
        LocalDate.of(2026, 7, 1),
        Source.ETR,
        null);
  }

  static OrganisationRegistered own(OrganisationKind kind) {
    return new OrganisationRegistered(
        new OrganisationId(FEDERATION.toString()),
        null,
        "Marl Valley Federation",
        List.of(kind),
        null,
        LocalDate.of(2020, 1, 1),
        null,
        Status.ACTIVE,
        null,
        null,
        null);
  }

  /** A place, and what was said of it later. */
  static List<Version> place(PlaceEvent... later) {
    List<Object> events = new ArrayList<>();
    events.add(
        new PlaceDefined(
            new PlaceId(PLACE),
            new OrganisationId("WQA"),
            "Marl Valley",
            LocalDate.of(2024, 4, 1),
            null));
    events.addAll(List.of(later));
    return Version.all(stream("place-" + PLACE, events.toArray()));
  }

  static AffiliationStarted started(
      String member, String parent, AffiliationKind kind, @Nullable Boolean seen) {
    return new AffiliationStarted(
        AFFILIATION, new OrganisationId(member), parent, kind, LocalDate.of(2019, 10, 1), seen);
  }
}
