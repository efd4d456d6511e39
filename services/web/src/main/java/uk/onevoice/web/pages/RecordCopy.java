package uk.onevoice.web.pages;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.PeopleRights.Record;

/**
 * All that is kept about a person, for a machine. Written page by page while it is read: whoever
 * keeps the registry of England has entered more than this process should hold at once.
 */
@RequestScoped
class RecordCopy {
  private final Records records;
  private final ObjectMapper mapper;

  RecordCopy(Records records, ObjectMapper mapper) {
    this.records = records;
    this.mapper = mapper;
  }

  /** To the end; a service that stops answering is named as outstanding. */
  void write(String personId, OutputStream out) throws IOException {
    List<String> outstanding = new ArrayList<>();
    try (JsonGenerator json =
        mapper.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField("personId", personId);
      json.writeArrayFieldStart("services");
      for (String service : Records.ADDRESSES.keySet()) {
        Record first = records.whole(service, personId, null);
        if (first == null || !wrote(json, service, personId, first)) {
          outstanding.add(service);
        }
      }
      json.writeEndArray();
      json.writeObjectField("outstanding", outstanding);
      json.writeEndObject();
    }
  }

  /** Whether all of the service was written. */
  private boolean wrote(JsonGenerator json, String service, String personId, Record first)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("service", service);
    json.writeObjectField("words", first.words());
    json.writeArrayFieldStart("mentions");
    @Nullable Record page = first;
    while (page != null) {
      for (var mention : page.mentions().items()) {
        json.writeObject(mention);
      }
      String next = page.mentions().next();
      if (next == null) {
        break;
      }
      page = records.whole(service, personId, next);
    }
    json.writeEndArray();
    json.writeEndObject();
    return page != null;
  }
}
