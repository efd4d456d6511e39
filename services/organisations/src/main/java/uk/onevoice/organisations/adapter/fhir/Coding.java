package uk.onevoice.organisations.adapter.fhir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;

/** A code of a code system: the registry's (ODS) where it has one, otherwise our own. */
record Coding(String system, String code, String display) {
  static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
  static final String OWN_ORGANISATION = "https://onevoice.example/id/organisation";
  static final String OWN_PLACE = "https://onevoice.example/id/place";
  static final String OWN_AFFILIATION = "https://onevoice.example/id/affiliation";

  /** The kind of a place, beside the names of {@link OrganisationKind}. */
  static final String PLACE = "PLACE";

  static final String NEIGHBOURHOOD = "NEIGHBOURHOOD";

  private static final String ODS =
      "https://digital.nhs.uk/services/organisation-data-service/CodeSystem/";
  private static final String OWN = "https://onevoice.example/CodeSystem/";

  private static final Coding RECORD_CLASS = new Coding(ODS + "ODSRecordClass", "RC1", "HSCOrg");

  /** The kinds of everything that is an Organization here. */
  static Stream<String> kinds() {
    return Stream.concat(
        Stream.of(OrganisationKind.values()).map(OrganisationKind::name),
        Stream.of(PLACE, NEIGHBOURHOOD));
  }

  /** The codes of {@code Organization.type}: the registry's record class, and our own kind. */
  static List<Coding> types(String kind) {
    var own = new Coding(OWN + "organisation-kind", kind, words(kind));
    return isOurs(kind) ? List.of(own) : List.of(RECORD_CLASS, own);
  }

  private static boolean isOurs(String kind) {
    return isArea(kind) || OrganisationKind.valueOf(kind).isLocal();
  }

  private static boolean isArea(String kind) {
    return kind.equals(PLACE) || kind.equals(NEIGHBOURHOOD);
  }

  /** The registry's roles that follow from a kind; what is our own has none there. */
  static List<Coding> roles(OrganisationKind kind) {
    return switch (kind) {
      case PRACTICE ->
          List.of(role("RO177", "PRESCRIBING COST CENTRE"), role("RO76", "GP PRACTICE"));
      case OTHER_PRESCRIBER -> List.of(role("RO177", "PRESCRIBING COST CENTRE"));
      case PCN -> List.of(role("RO272", "PRIMARY CARE NETWORK"));
      case SUB_ICB -> List.of(role("RO98", "CLINICAL COMMISSIONING GROUP"));
      case ICB -> List.of(role("RO261", "STRATEGIC PARTNERSHIP"));
      case REGION -> List.of(role("RO209", "NHS ENGLAND (REGION)"));
      case TRUST -> List.of(role("RO197", "NHS TRUST"));
      case COUNCIL -> List.of(role("RO141", "LOCAL AUTHORITY"));
      case FEDERATION, LMC, LEADERSHIP_GROUP -> List.of();
    };
  }

  static List<Coding> roles(String kind) {
    return isArea(kind) ? List.of() : roles(OrganisationKind.valueOf(kind));
  }

  private static Coding role(String code, String display) {
    return new Coding(ODS + "ODSOrganisationRole", code, display);
  }

  /** The code of {@code OrganizationAffiliation.code}. */
  static Coding relationship(AffiliationKind kind) {
    return switch (kind) {
      case PCN_CORE -> relationship("RE8", "IS PARTNER TO");
      case COMMISSIONED_BY -> relationship("RE4", "IS COMMISSIONED BY");
      case GEOGRAPHY -> relationship("RE5", "IS LOCATED IN THE GEOGRAPHY OF");
      case FEDERATION, LMC, PLACE, NEIGHBOURHOOD ->
          new Coding(OWN + "affiliation-kind", kind.name(), words(kind.name()));
    };
  }

  private static Coding relationship(String code, String display) {
    return new Coding(ODS + "ODSRelationship", code, display);
  }

  private static String words(String name) {
    return switch (name) {
      case "PCN" -> "Primary care network";
      case "SUB_ICB" -> "Sub-ICB location";
      case "ICB" -> "Integrated care board";
      case "LMC" -> "Local medical committee";
      case "OTHER_PRESCRIBER" -> "Prescriber that is no practice";
      default -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
