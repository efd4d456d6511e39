package uk.onevoice.organisations.adapter.fhir;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of resources as FHIR sends them: what was found, or what changed. */
final class Bundle {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectNode json = JSON.createObjectNode();
  private final URI base;
  private final LocalDate today;

  /**
   * @param base of all addresses in it
   * @param today by which resources are active or not
   */
  Bundle(URI base, LocalDate today) {
    this.base = base;
    this.today = today;
    json.put("resourceType", "Bundle");
  }

  /** What was found. */
  ObjectNode found(String path, Question question, Search.Page page) {
    json.put("type", "searchset").put("total", page.total());
    links(path, question, page.next());
    var subset = Subset.ofFound(question);
    var entries = JSON.createArrayNode();
    found(entries, page.versions(), subset, "match");
    found(entries, page.included(), subset, "include");
    if (!question.passedOver().isEmpty()) {
      passedOver(entries.addObject(), question.passedOver());
    }
    if (!entries.isEmpty()) {
      json.set("entry", entries);
    }
    return json;
  }

  private void found(ArrayNode entries, List<Version> versions, Subset subset, String mode) {
    for (var version : versions) {
      entry(entries, version, subset).putObject("search").put("mode", mode);
    }
  }

  private static void passedOver(ObjectNode entry, List<String> names) {
    // It has no address; each entry is to have a name.
    entry.put("fullUrl", "urn:uuid:" + UUID.randomUUID());
    entry
        .putObject("resource")
        .put("resourceType", "OperationOutcome")
        .putArray("issue")
        .addObject()
        .put("severity", "warning")
        .put("code", "not-supported")
        .put("diagnostics", "Not known here and passed over: " + String.join(", ", names) + ".");
    entry.putObject("search").put("mode", "outcome");
  }

  /** What changed. */
  ObjectNode changed(
      String path, Question question, List<Version> versions, @Nullable Cursor next) {
    json.put("type", "history");
    links(path, question, next);
    if (!versions.isEmpty()) {
      var entries = json.putArray("entry");
      for (var version : versions) {
        var entry = entry(entries, version, Subset.ALL);
        request(entry.putObject("request"), version);
        entry
            .putObject("response")
            .put("status", status(version))
            .put("etag", Answers.etag(version))
            .put("lastModified", ResourceJson.instant(version));
      }
    }
    return json;
  }

  private ObjectNode entry(ArrayNode entries, Version version, Subset subset) {
    var entry = entries.addObject();
    entry.put("fullUrl", base + "/" + address(version));
    if (version.content() != null) {
      entry.set("resource", subset.of(ResourceJson.of(version, version.content(), today)));
    }
    return entry;
  }

  /** How a client would have made this version; here the log made it. */
  private static void request(ObjectNode request, Version version) {
    if (version.content() == null) {
      request.put("method", "DELETE").put("url", address(version));
    } else if (version.first()) {
      request.put("method", "POST").put("url", version.type().fhirName());
    } else {
      request.put("method", "PUT").put("url", address(version));
    }
  }

  private static String status(Version version) {
    if (version.content() == null) {
      return "204";
    }
    return version.first() ? "201" : "200";
  }

  private static String address(Version version) {
    return version.type().fhirName() + "/" + version.id();
  }

  private void links(String path, Question question, @Nullable Cursor next) {
    var links = json.putArray("link");
    link(links, "self", path + question.self());
    if (next != null) {
      link(links, "next", path + question.from(next));
    }
  }

  private void link(ArrayNode links, String relation, String url) {
    links.addObject().put("relation", relation).put("url", base + "/" + url);
  }
}
