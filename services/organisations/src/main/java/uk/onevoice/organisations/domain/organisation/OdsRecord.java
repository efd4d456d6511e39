package uk.onevoice.organisations.domain.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationKind;

/**
 * What is known of an organisation at one release.
 *
 * @param name as published; the code itself while no file has named it
 * @param start first day, null where no file says it
 * @param end first day after the last, null while open
 */
public record OdsRecord(
    String name,
    List<OrganisationKind> kinds,
    @Nullable String postcode,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    Status status) {
  public OdsRecord {
    kinds = kinds.stream().distinct().sorted().toList();
  }
}
