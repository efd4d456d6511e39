package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.KeyLists.KeyList;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.Segment;

/** Reads the key list of who is signed in, and what of their time is protected. */
@RequestScoped
class KeyListReading {
  private final Reader reader;
  private final Api api;
  private final Names names;

  KeyListReading(Reader reader, Api api, Names names) {
    this.reader = reader;
    this.api = api;
    this.names = names;
  }

  /** Nothing for somebody who keeps none in that place. */
  Optional<KeyList> find(String placeId) {
    return reader.has(Roles.LEADERS) ? api.find(path(placeId), KeyList.class) : Optional.empty();
  }

  Answered<KeyList> read(String placeId) {
    return api.getVersioned(path(placeId), KeyList.class);
  }

  KeyListView view(KeyList list) {
    return KeyListView.of(list, names::of, protectedHours(), AsOf.today());
  }

  private static String path(String placeId) {
    return "/v1/relationships/key-lists/" + Segment.of(placeId);
  }

  /** Of the role in which they act, a week; null where nobody has said. */
  private @Nullable Double protectedHours() {
    LocalDate today = AsOf.today();
    return reader
        .role()
        .flatMap(role ->
            api.find("/v1/people/" + Segment.of(reader.me().personId()), People.Person.class)
                .flatMap(me ->
                    me.roleHoldings().stream()
                        .filter(held -> held.roleHoldingId().equals(role.roleHoldingId()))
                        .flatMap(held -> held.sessions().stream())
                        .filter(funded -> !funded.from().isAfter(today))
                        .max(Comparator.comparing(People.Funded::from))))
        .map(People.Funded::protectedHours)
        .orElse(null);
  }
}
