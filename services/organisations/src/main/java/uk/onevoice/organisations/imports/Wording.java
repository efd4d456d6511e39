package uk.onevoice.organisations.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OdsRecordAccepted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationSucceeded;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeDelisted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeListed;

/** What would change, in the words of a preview. */
final class Wording {
  private Wording() {}

  static String of(
      @Nullable Registered was, Registered now, List<? extends OrganisationEvent> events) {
    var parts = new ArrayList<String>();
    if (was == null) {
      parts.add(now.record().kinds() + " " + now.record().name());
    } else {
      differs(parts, "name", was.record().name(), now.record().name());
      differs(parts, "kinds", was.record().kinds(), now.record().kinds());
      differs(parts, "postcode", was.record().postcode(), now.record().postcode());
      differs(parts, "start", was.record().start(), now.record().start());
      differs(parts, "end", was.record().end(), now.record().end());
      differs(parts, "status", was.record().status(), now.record().status());
    }
    for (var event : events) {
      switch (event) {
        case PracticeListed(_, var from) -> parts.add("listed from " + from);
        case PracticeDelisted(_, var from) -> parts.add("no longer listed from " + from);
        case OrganisationSucceeded(_, var successors, _, var date) ->
            parts.add("followed by " + successors + " on " + date);
        case OdsRecordAccepted accepted when Boolean.TRUE.equals(accepted.historic()) ->
            parts.add("history as of " + accepted.release());
        case OdsRecordAccepted _,
            OrganisationEvent.OrganisationRegistered _,
            OrganisationEvent.SectorSet _,
            OrganisationEvent.OrganisationRenamed _,
            OrganisationEvent.OrganisationClosed _,
            OrganisationEvent.OrganisationReopened _ -> {
          // Said by the record before and after.
        }
      }
    }
    return String.join("; ", parts);
  }

  static String of(AffiliationKind kind, Affiliations was, Affiliations now) {
    return kind + ": " + parents(was.of(kind)) + " → " + parents(now.of(kind));
  }

  private static String parents(List<Affiliation> all) {
    return all.isEmpty()
        ? "none"
        : all.stream()
            .map(each ->
                each.parentId()
                    + " from "
                    + each.period().start()
                    + (each.period().end() == null ? "" : " to before " + each.period().end()))
            .collect(Collectors.joining(", "));
  }

  private static void differs(
      List<String> parts, String what, @Nullable Object was, @Nullable Object now) {
    if (!Objects.equals(was, now)) {
      parts.add(
          what + ": " + (was == null ? "unknown" : was) + " → " + (now == null ? "none" : now));
    }
  }
}
