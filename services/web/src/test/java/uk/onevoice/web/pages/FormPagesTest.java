package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a reader goes on whose form could not be taken because they had to sign in first. */
class FormPagesTest {
  @ParameterizedTest
  @CsvSource({
    "/mandates/m1/answer, /mandates/m1",
    "/mandates/new/p1/asked, /mandates/new/p1",
    "/mandates/m1/run/reminder, /mandates/m1",
    "/mandates/m1/uses/u1/word, /mandates/m1",
    "/mandates/m1/answers/taken/recorded, /mandates/m1",
    "/mandates/m1/feedback/said, /mandates/m1",
    "/positions/new/p1/proposed, /positions/new/p1",
    "/positions/s1/agreed, /positions/s1",
    "/questions/new/WYVICB01/put, /questions/new/WYVICB01",
    "/schemes/p1/classes/adopted, /schemes/p1",
    "/agreements/new/WYVF0001/offered, /agreements/new/WYVF0001",
    "/agreements/a1/asks/k1/result, /agreements/a1",
    "/changes/c1/reviews/m1/settled, /changes/c1",
    "/drafts/new/p1/saved, /drafts/new/p1",
    "/drafts/d1/asked, /drafts/d1",
    "/meetings/m1/items, /meetings/m1",
    "/meetings/m1/agenda/i1/dispute, /meetings/m1",
    "/meetings/m1/during/recorded, /meetings/m1",
    "/meetings/m1/files/guests/invited, /meetings/m1",
    "/series/new/p1/started, /series/new/p1",
    "/series/s1/seats/x1/nominations/n1/ended, /series/s1",
    "/actions/new/m1/agreed, /actions/new/m1",
    "/actions/a1/closing, /actions/a1",
    "/calendars/mail-confirmed, /calendars",
    "/calendars/revoked, /calendars",
    "/slots/s1/withdrawal, /slots/s1",
    "/talks/s1/logged, /talks/s1",
    "/relationships/s1/r1/priority, /relationships/s1",
    "/relationships/s1/r1/promises/p1/settled, /relationships/s1",
    "/relationships/s1/r1/talks/t1/corrected, /relationships/s1",
    "/counterparts/s1/c1/revised, /counterparts/s1",
    "/slots/new/p1/defined, /slots/new/p1",
    "/key-lists/p1/kept, /key-lists/p1",
    "/key-lists/p1/s1/planned, /key-lists/p1",
    "/handovers/h1/offered, /handovers/h1",
    "/handovers/new/s1/opened, /handovers/new/s1",
    "/focal-points/p1/named, /focal-points/p1",
    "/opportunities/new/p1/opened, /opportunities/new/p1",
    "/opportunities/o1/person-gone, /opportunities/o1",
    "/opportunities/o1/credit-gone, /opportunities/o1",
    "/topics/t1/merging, /topics/t1",
    "/forums/new/WYVICB01/added, /forums/new/WYVICB01",
    "/groups/g1/terms/adopted, /groups/g1",
    "/groups/new/p1/formed, /groups/new/p1",
    "/starters/p1/ticks, /starters/p1",
    "/your-record/requests, /your-record",
    "/your-record/view, /your-record",
    "/rights/p1/erasure, /rights/p1",
    "/rights/counterparts/found, /rights/counterparts",
    "/rights/counterparts/s1/c1/linked, /rights/counterparts",
    "/imports/file, /imports",
    "/imports/i1/undoing, /imports/i1"
  })
  void each_form_has_a_page(String form, String page) {
    assertThat(Failures.pageOf(form)).isEqualTo(page);
  }
}
