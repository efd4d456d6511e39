package uk.onevoice.web.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a page says once on top, after something was done on the page before. Only these sentences
 * can be asked for, so that an address can make a page say nothing else.
 */
public enum Notice {
  ANSWER("The answer of your practice is saved."),
  CARRIED("The answer goes on for your practice."),
  USE_COVERED("It is written down. It is inside the limits and counts."),
  USE_PROVISIONAL(
      "It is written down as provisional. It binds nobody until practices stand by it."),
  WORD_OF_PRACTICE("The word of your practice is saved. A later one takes its place."),
  WORD_OF_LMC("The word of the LMC is saved. A later one takes its place."),
  USE_TAKEN_BACK("It is taken back and binds nobody."),
  DRAFTED("The draft is saved. Nobody is asked yet; only those who may draft see it."),
  DRAFT_GIVEN_UP("The draft is given up."),
  REMINDED("Practices that have not answered are asked again, each at most once a day."),
  TAKEN("The answers are recorded. Each practice sees how its answer came here."),
  BACKED("It is saved that the LMC backs it."),
  TAKEN_ON("You have taken the mandate on."),
  IN_FORCE("The mandate is in force."),
  SUSPENDED("The mandate is suspended. Nobody can agree anything under it."),
  SPEAKS_AGAIN("The mandate is in force again."),
  MANDATE_ENDED("The mandate is ended."),
  STILL_HOLDS("It is saved that the mandate still holds."),
  STANDS_IN("It is saved who stands in."),
  NEW_TERMS("Practices are asked for the new terms. What is in force goes on meanwhile."),
  NEW_TERMS_GIVEN_UP("The new terms are given up. What is in force goes on."),
  ASKED("The practices are asked. Send them the address of this page."),
  QUESTION("The question is there. Now bodies can say what they think of its options."),
  OPTION("The option is added."),
  PROPOSED("It is written down as private. Now it can be agreed."),
  SAYS_ELSE("The new version is private. What is public stands until this one is published."),
  AGREED("It is saved that the body agrees."),
  PUBLISHED("It is public now. Everybody who is registered here can read it."),
  WITHDRAWN("It is withdrawn. The body says nothing on this question any more."),
  COMMENT("Your words are saved. Only general practice of the place sees them."),
  SCHEME("It is saved who decides what."),
  CLASSIFIED("It is saved who decides this question."),
  OFFERED("The agreement is offered. The practice chooses its level."),
  SIGNED("Your practice has signed."),
  SIGNED_UP("Your practice takes part."),
  CHANGE_RESULT("It is saved what became of it."),
  ASK("The practice is asked."),
  FOLLOWED_THROUGH("It is saved whether the practice acted."),
  PROMISE("The promise is written down."),
  DELIVERED("It is saved whether the promise was kept."),
  REVIEWED("The review is saved."),
  AGREEMENT_ENDED("The agreement is ended."),
  CHANGE_OUTSIDE("It is written down. The mandates that it touches are to be reviewed."),
  REVIEW_SETTLED("It is saved what follows for the mandate."),
  FEEDBACK("Your words are saved."),
  MEETING("The meeting is written down. Now add its items."),
  ITEM("The item is on the agenda."),
  CONFIRMED("Your confirmation is saved."),
  ATTENDANCE("It is saved who was there."),
  WHO_WAS_THERE("It is saved who was there."),
  STORED_WITHOUT_MANDATE(
      "It is saved, but stored as: no mandate. Without one nobody speaks for general practice; the line says why."),
  RECORDED(
      "What happened is saved. “Changed” and “partly” count when a second person confirms them."),
  RECORDED_WITHOUT_MANDATE(
      "What happened is saved. You are stored as: no mandate, so you did not speak for general practice."),
  RECORD_CLOSED("The record is closed. From now on it changes by amendment only."),
  DISPUTED("It is disputed, and does not count until that is settled."),
  DISPUTE_SETTLED("The dispute is settled."),
  EVIDENCE("It is saved what shows it. A second person can confirm it now."),
  MARKED("It is marked that being there was no consent."),
  MARK_TAKEN_BACK("The mark is taken back."),
  AGREED_FOR_PRACTICES("It is saved that it was agreed for general practice, inside a mandate."),
  AGREED_PROVISIONALLY("It is saved as provisional. It binds nobody until practices stand by it."),
  AGREEMENT_TAKEN_BACK("It is taken back that it was agreed for general practice."),
  BRIEF_READ("It is saved that you have read the brief."),
  BRIEF_ISSUED("The brief is issued. Whoever goes can say that they have read it."),
  ASK_WRITTEN("It is saved what we think and ask for."),
  EXPECTED_IN_ROOM("It is saved who is expected in the room."),
  TALKED("The talk is saved. It counts only if it was saved before the meeting began."),
  TALK_TAKEN_BACK("The talk is taken back."),
  PREPARED("It is saved that all talks are written down."),
  MINUTES_DRAFTED("The draft of the minutes is saved."),
  MINUTES_APPROVED("The minutes are approved."),
  MINUTES_PUBLISHED("The minutes are published."),
  MINUTES_CORRECTED("The correction is saved. It stands beside the text."),
  NOTE_DRAFTED("The draft is saved. Nothing is sent until it is confirmed."),
  NOTE_CONFIRMED("The note is confirmed. It can be sent now."),
  NOTE_SENT("The note is sent to the practices."),
  NOTE_READ("It is saved that your practice has read it."),
  NOTE_ANSWERED("The reply of your practice is saved."),
  SLOT("The key relationship is defined."),
  HOLDER("It is saved that you keep in touch."),
  CONTACT("The talk is logged."),
  CLOSED("It is saved that you no longer keep in touch."),
  JUDGED("It is saved what you think. This person can ask to read it."),
  JUDGEMENT_TAKEN_BACK("The judgement is taken back and deleted."),
  TEST_SHOWN("It is saved what has shown."),
  TEST_TAKEN_BACK("It is taken back."),
  CANDIDATE("They are among those whom we would like to meet."),
  CANDIDATE_ASIDE("They are set aside."),
  INTRODUCTION_ASKED("It is saved that you asked for an introduction."),
  INTRODUCTION_SETTLED("It is saved what became of the introduction."),
  PERSUASION("It is saved who could win over whom."),
  PERSUASION_MOVED("It is saved how far they have come."),
  ACQUAINTED("It is saved that they know each other."),
  NOT_ACQUAINTED("It is taken back that they know each other."),
  SLOT_WITHDRAWN("The slot is taken back. Defining it again brings back all that was in it."),
  COUNTERPART("It is saved who they are. They can ask to read it."),
  COUNTERPART_NAMED("It is saved with whom you keep in touch."),
  DEPUTY("They are of the team now, and see what it sees."),
  DEPUTY_REMOVED("They are not of the team any more."),
  PRIORITY("It is saved what they or we want."),
  ASK_KEPT("It is saved what was asked or offered."),
  ASK_ANSWERED("The answer is saved."),
  PROMISE_SETTLED("It is saved whether the promise was kept."),
  SUPPORT("It is saved what they did for us."),
  RESULT_NOTED("It is saved what came of it."),
  TALK_WITHDRAWN("The talk is taken back."),
  GROUP("The group is formed. Now adopt its terms of reference."),
  TERMS("The terms of reference are adopted. The seats follow from them."),
  TERMS_TAKEN_BACK("The terms of reference are taken back."),
  SEAT_TAKEN("The seat is taken."),
  SEAT_LEFT("The seat is vacant."),
  CHAIR("It is saved who chairs the group."),
  INTEREST("The interest is declared."),
  INTEREST_ENDED("The end of the interest is saved."),
  INTEREST_CORRECTED("The interest is corrected."),
  INTEREST_NEVER_WAS("The interest is taken out of the list."),
  PULSE_OPEN("Members can now say how much they trust the group."),
  PULSE_ANSWERED("Your answer is counted. Nobody can see that it is yours."),
  PULSE_CLOSED("The round is closed."),
  MILESTONE("The milestone is saved."),
  MILESTONE_TAKEN_BACK("The milestone is taken back."),
  DISSOLVED("The group is dissolved."),
  RESTORED("The group goes on."),
  TICKED("The list is saved."),
  PLACE("The place is defined. Now say which practices lie in it."),
  PLACE_KEPT("The record of the place is saved."),
  PRACTICES("It is saved which practices lie here."),
  BODY("The body is registered. Now say which practices belong to it."),
  BODY_KEPT("The record of the body is saved."),
  MEMBERS("It is saved which practices belong to it."),
  BELONGING("The days are saved."),
  NEVER("It is saved that the practice never belonged."),
  PURPOSE("The purpose is saved. The version before can still be read."),
  SUCCESSION("It is saved. Nothing that belonged to it has moved."),
  TAKEN_FROM("It belongs where it did before. If that has closed, it waits again."),
  ASSIGNED("It is saved where they go."),
  FILE("The file has arrived. Nothing is changed before you accept it."),
  ACCEPTED("The file is accepted."),
  LISTED("It is in the list."),
  LIST("The list is changed."),
  TAKEN_BACK("The file is being taken back."),
  PERSON("The person is registered."),
  NAME("The name is saved."),
  WORK_CONTACT("The work contact is saved."),
  APPOINTED("The role is saved."),
  ROLE_CHECKED("It is saved that you checked the role today."),
  ROLE_ENDED("The end of the role is saved."),
  HANDED_OVER("The role is handed over."),
  ROLE_CORRECTED("The role is corrected."),
  ROLE_TAKEN_BACK("The role is held where it was before. If that has closed, it waits again."),
  SESSIONS("The sessions are saved."),
  MERGED("The two records are one person now."),
  PARTED("They are two people again."),
  LINKED("Welcome. This account is yours in OneVoice from now on."),
  CODE_TAKEN_BACK("The code can no longer be used."),
  SYSTEM("The system is registered. It may read once it is approved."),
  SYSTEM_APPROVED("The system may read."),
  SYSTEM_SUSPENDED("The system may read no more."),
  SYSTEM_MOVED("The system reads for another organisation once it is approved."),
  RIGHT_ASKED("You have asked. You get an answer within one month."),
  COPY_ASKED("The copy is being made. Load this page again in a minute."),
  VIEW_SAVED("Your view is saved beside the words."),
  SETTLED("What became of the request is saved."),
  RESTRICTED("Words about this person are no longer shown to others."),
  LIFTED("Words about this person are shown again."),
  ERASED("The person is being erased. This page says which part has not answered yet."),
  SERIES("It meets regularly now. Say who sits there for general practice."),
  SERIES_TERMS("The terms of reference are saved."),
  SERIES_ENDED("It meets no more after that day. Its later meetings are cancelled."),
  RESCHEDULED("The meetings to come have moved to the new days. Those before stay as they were."),
  DAY_ADDED("It meets on that day as well."),
  SEAT_ADDED("The seat is entered. Say who sits on it."),
  SEAT_GONE("The end of the seat is saved."),
  NAMED_FOR_SEAT("It is saved who is named for the seat."),
  NOMINATION_ENDED("Today is their last day on the seat."),
  NOMINATION_NEVER_WAS("It is as if they had not been named."),
  MOVED("The meeting is moved. Who has it in a calendar is told."),
  CANCELLED("The meeting is cancelled. Who has it in a calendar is told."),
  FILED("The paper is with the meeting."),
  FILE_TAKEN_BACK("The paper is taken back. Its content is erased."),
  GUEST("They are invited. They see these items and their papers, and nothing else."),
  GUEST_UNINVITED("The invitation is taken back. They see nothing of it any more."),
  ACTION_OPENED("The action is saved."),
  ACTION_REDATED("The new day is saved."),
  ACTION_CHASED("It is saved that they were asked."),
  ACTION_CLOSED("The action is closed."),
  ACTION_REOPENED("The action is open again."),
  CALENDAR_REVOKED("The address works no more."),
  MAIL_SET("A message with a code is on its way to the address."),
  MAIL_CONFIRMED("The address is confirmed. Invitations to your meetings go there."),
  MAIL_REMOVED("The address is erased. No more invitations are sent."),
  NOT_SAVED(
      "You had to sign in or choose a role first, so what you had sent was not saved. Please enter it again.");

  private final String text;

  Notice(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether something was done; else something has to be done. */
  public boolean done() {
    return this != NOT_SAVED;
  }

  /** This path, with what its page is to say. */
  String at(String path) {
    return path + (path.contains("?") ? "&" : "?") + "said=" + code();
  }

  private String code() {
    return name().toLowerCase(Locale.UK).replace('_', '-');
  }

  static Optional<Notice> of(@Nullable String code) {
    return Arrays.stream(values()).filter(notice -> notice.code().equals(code)).findFirst();
  }
}
