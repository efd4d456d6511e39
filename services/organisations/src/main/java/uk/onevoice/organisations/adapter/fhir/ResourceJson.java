package uk.onevoice.organisations.adapter.fhir;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.fhir.Version.Area;
import uk.onevoice.organisations.adapter.fhir.Version.Belonging;
import uk.onevoice.organisations.adapter.fhir.Version.Body;
import uk.onevoice.organisations.adapter.fhir.Version.Content;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;

/**
 * Versions as FHIR resources, in the shape in which NHS England's own service tells organisations.
 * The official files give one pair of dates, which are operational ones; the profiles of England
 * are not claimed, because they ask for what only the ODS knows (a role's instance, its last
 * change).
 */
final class ResourceJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX").withZone(ZoneOffset.UTC);

  private static final String ENGLAND = "https://fhir.nhs.uk/England/StructureDefinition/";
  private static final String ROLE = ENGLAND + "Extension-England-OrganisationRole";
  private static final String TYPED_PERIOD = ENGLAND + "Extension-England-TypedPeriod";
  private static final String PERIOD_TYPE =
      "https://fhir.nhs.uk/England/CodeSystem/England-PeriodType";

  private ResourceJson() {}

  /**
   * @param today by which it is active or not
   */
  static ObjectNode of(Version version, Content content, LocalDate today) {
    var json = JSON.createObjectNode();
    json.put("resourceType", version.type().fhirName());
    json.put("id", version.id());
    json.putObject("meta")
        .put("versionId", Long.toString(version.number()))
        .put("lastUpdated", instant(version));
    switch (content) {
      case Body body -> organisation(json, version.id(), body, body.openOn(today));
      case Area area -> place(json, version.id(), area, today);
      case Belonging belonging -> affiliation(json, belonging, belonging.openOn(today));
    }
    return json;
  }

  private static void organisation(ObjectNode json, String id, Body body, boolean active) {
    var record = body.known().record();
    var extensions = JSON.createArrayNode();
    if (body.known().id().isOdsCode()) {
      record.kinds().stream()
          .flatMap(kind -> Coding.roles(kind).stream())
          .distinct()
          .forEach(role -> role(extensions.addObject(), role, body, active));
    } else {
      operational(extensions, body);
    }
    if (!extensions.isEmpty()) {
      json.set("extension", extensions);
    }
    identifier(json.putArray("identifier").addObject().put("use", "official"), systemOf(body), id);
    json.put("active", active);
    var types = json.putArray("type");
    record.kinds().stream()
        .map(OrganisationKind::name)
        .flatMap(kind -> Coding.types(kind).stream())
        .distinct()
        .forEach(type -> concept(types.addObject(), type));
    json.put("name", record.name());
    if (record.postcode() != null) {
      json.putArray("address").addObject().put("postalCode", record.postcode());
    }
  }

  private static void place(ObjectNode json, String id, Area area, LocalDate today) {
    operational(json.putArray("extension"), area);
    identifier(json.putArray("identifier").addObject().put("use", "official"), systemOf(area), id);
    json.put("active", area.openOn(today));
    var types = json.putArray("type");
    Coding.types(area.kind()).forEach(type -> concept(types.addObject(), type));
    var place = area.place();
    json.put("name", place.name(today));
    if (place.partOf() == null) {
      reference(json.putObject("partOf"), Coding.ODS_CODE, place.ics(today).value());
    } else {
      reference(json.putObject("partOf"), Coding.OWN_PLACE, place.partOf().toString());
    }
  }

  private static void affiliation(ObjectNode json, Belonging belonging, boolean active) {
    Affiliation affiliation = belonging.affiliation();
    if (!affiliation.seen()) {
      operational(json.putArray("extension"), belonging);
    }
    identifier(
        json.putArray("identifier").addObject(),
        Coding.OWN_AFFILIATION,
        affiliation.id().toString());
    json.put("active", active);
    period(json.putObject("period"), belonging);
    var member = affiliation.memberId();
    reference(
        json.putObject("organization"),
        member.isOdsCode() ? Coding.ODS_CODE : Coding.OWN_ORGANISATION,
        member.value());
    reference(
        json.putObject("participatingOrganization"),
        systemOfParent(affiliation),
        affiliation.parentId());
    concept(json.putArray("code").addObject(), Coding.relationship(affiliation.kind()));
  }

  static String instant(Version version) {
    return INSTANT.format(version.recordedAt());
  }

  /** The system of an Organization's identifier; never the registry's for what is our own. */
  static String systemOf(Content content) {
    return switch (content) {
      case Body body -> body.known().id().isOdsCode() ? Coding.ODS_CODE : Coding.OWN_ORGANISATION;
      case Area _ -> Coding.OWN_PLACE;
      case Belonging _ -> Coding.OWN_AFFILIATION;
    };
  }

  private static String systemOfParent(Affiliation affiliation) {
    if (affiliation.kind() == AffiliationKind.PLACE
        || affiliation.kind() == AffiliationKind.NEIGHBOURHOOD) {
      return Coding.OWN_PLACE;
    }
    // A UUID has hyphens, an ODS code has none.
    return affiliation.parentId().indexOf('-') < 0 ? Coding.ODS_CODE : Coding.OWN_ORGANISATION;
  }

  private static void role(ObjectNode extension, Coding role, Content content, boolean active) {
    extension.put("url", ROLE);
    var parts = extension.putArray("extension");
    concept(parts.addObject().put("url", "roleCode").putObject("valueCodeableConcept"), role);
    operational(parts, content);
    parts.addObject().put("url", "active").put("valueBoolean", active);
  }

  /** The period as the registry types it; nothing where no day is known. */
  private static void operational(ArrayNode extensions, Content content) {
    if (content.start() == null && content.end() == null) {
      return;
    }
    var parts = extensions.addObject().put("url", TYPED_PERIOD).putArray("extension");
    parts
        .addObject()
        .put("url", "dateType")
        .putObject("valueCoding")
        .put("system", PERIOD_TYPE)
        .put("code", "Operational")
        .put("display", "Operational");
    period(parts.addObject().put("url", "period").putObject("valuePeriod"), content);
  }

  /** FHIR's periods include their last day; one that never began is told by its end alone. */
  private static void period(ObjectNode period, Content content) {
    @Nullable LocalDate start = content.start();
    @Nullable LocalDate end = content.end();
    if (start != null && !start.equals(end)) {
      period.put("start", start.toString());
    }
    if (end != null) {
      period.put("end", end.minusDays(1).toString());
    }
  }

  private static void identifier(ObjectNode identifier, String system, String value) {
    identifier.put("system", system).put("value", value);
  }

  private static void reference(ObjectNode reference, String system, String id) {
    reference.put("reference", ResourceType.ORGANIZATION.fhirName() + "/" + id);
    identifier(reference.putObject("identifier"), system, id);
  }

  private static void concept(ObjectNode concept, Coding coding) {
    concept
        .putArray("coding")
        .addObject()
        .put("system", coding.system())
        .put("code", coding.code())
        .put("display", coding.display());
  }
}
