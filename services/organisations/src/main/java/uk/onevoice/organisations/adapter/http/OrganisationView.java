package uk.onevoice.organisations.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OdsRecordAccepted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationClosed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRenamed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationReopened;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationSucceeded;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeDelisted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeListed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.SectorSet;
import uk.onevoice.organisations.domain.organisation.Sector;
import uk.onevoice.organisations.domain.organisation.Status;

/**
 * What the registry knows of an organisation, and how it came to be so.
 *
 * @param end the first day after the last
 * @param listed whether the latest patients map lists it; null for what is no practice
 * @param history oldest first, by the day from which it holds
 */
record OrganisationView(
    OrganisationId organisationId,
    @Nullable String odsCode,
    String name,
    List<OrganisationKind> kinds,
    @Nullable String postcode,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    Status status,
    @Nullable Sector sector,
    @Nullable Boolean listed,
    List<Membership> affiliations,
    List<Entry> history) {

  /**
   * @param parentName null where the registry has no name for it
   */
  record Membership(
      UUID affiliationId,
      String parentId,
      @Nullable String parentName,
      AffiliationKind kind,
      LocalDate start,
      @Nullable LocalDate end) {
    static Membership of(Affiliation affiliation, Map<String, String> names) {
      return new Membership(
          affiliation.id(),
          affiliation.parentId(),
          names.get(affiliation.parentId()),
          affiliation.kind(),
          affiliation.period().start(),
          affiliation.period().end());
    }
  }

  /**
   * @param on the day from which it holds; null for what is not dated
   * @param type of the event
   * @param what the name, the organisations or the sector it says
   */
  record Entry(@Nullable LocalDate on, Instant recordedAt, String type, List<String> what) {}

  static OrganisationView of(
      Registered known,
      LocalDate today,
      List<Affiliation> affiliations,
      Map<String, String> names,
      List<Entry> history) {
    var record = known.record();
    return new OrganisationView(
        known.id(),
        known.id().isOdsCode() ? known.id().value() : null,
        record.name(),
        record.kinds(),
        record.postcode(),
        record.start(),
        record.end(),
        record.status(),
        known.sector(),
        known.is(OrganisationKind.PRACTICE) ? known.listedOn(today) : null,
        affiliations.stream()
            .sorted(Comparator.comparing(each -> each.period().start()))
            .map(each -> Membership.of(each, names))
            .toList(),
        history.stream()
            .sorted(
                Comparator.comparing(Entry::on, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList());
  }

  static Entry entry(OrganisationEvent event, Instant recordedAt) {
    var type = event.getClass().getSimpleName();
    return switch (event) {
      case OrganisationRegistered registered ->
          new Entry(
              registered.release() == null ? registered.start() : registered.release(),
              recordedAt,
              type,
              said(
                  registered.name(),
                  registered.postcode(),
                  registered.start(),
                  registered.end(),
                  registered.status()));
      case OdsRecordAccepted accepted ->
          new Entry(
              accepted.release(),
              recordedAt,
              type,
              said(
                  accepted.name(),
                  accepted.postcode(),
                  accepted.start(),
                  accepted.end(),
                  accepted.status()));
      case SectorSet(_, var sector) -> new Entry(null, recordedAt, type, List.of(sector.name()));
      case OrganisationRenamed(_, var name, var from) ->
          new Entry(from, recordedAt, type, List.of(name));
      case OrganisationClosed(_, var end, _) -> new Entry(end, recordedAt, type, List.of());
      case OrganisationReopened(_, var from) -> new Entry(from, recordedAt, type, List.of());
      case OrganisationSucceeded(_, var successors, _, var date) ->
          new Entry(
              date, recordedAt, type, successors.stream().map(OrganisationId::value).toList());
      case PracticeListed(_, var from) -> new Entry(from, recordedAt, type, List.of());
      case PracticeDelisted(_, var from) -> new Entry(from, recordedAt, type, List.of());
    };
  }

  private static List<String> said(
      String name,
      @Nullable String postcode,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      Status status) {
    var said = new ArrayList<String>();
    said.add(name);
    if (postcode != null) {
      said.add(postcode);
    }
    if (start != null) {
      said.add("opened " + start);
    }
    if (end != null) {
      said.add("closed " + end);
    }
    said.add(status.name());
    return said;
  }
}
