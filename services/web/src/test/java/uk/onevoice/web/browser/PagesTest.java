package uk.onevoice.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/**
 * Every page in a real browser, wide and as narrow as a phone, with JavaScript and without: axe
 * finds nothing, nothing scrolls sideways, and the page is the one that was asked for. Pictures go
 * to {@code target/shots}, with {@code -Donevoice.shots=true}.
 */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class PagesTest {
  private static final int WIDE = 1280;
  private static final int NARROW = 320;
  private static final int HEIGHT = 900;

  private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();
  private static final Map<Boolean, Page> WINDOWS = new ConcurrentHashMap<>();

  /** Takes what the browser says while a page is visited. */
  private static Consumer<String> heard = _ -> {};

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();

  /** Every page with its address, who reads it and its heading. */
  enum Visit {
    SIGN_IN("/", null, "See who speaks for general practice, and whether it changes anything"),
    ACCESSIBILITY("/about/accessibility", null, "Accessibility statement"),
    WHO_SEES_WHAT("/about/who-sees-what", null, "Who sees what"),
    WHAT_PARTNERS_HEAR("/about/feed", null, "What partners’ systems hear"),
    YOUR_RECORD("/about/your-record", null, "Ask to see what is written about you"),
    WORDS("/about/words", null, "Words we use"),
    CONTACT("/about/contact", null, "Contact us"),
    SIGN_IN_FAILED("/sign-in-failed", null, "Signing in did not work"),
    NOT_REGISTERED(
        "/ics", "colm.ashgrove", "You are signed in, but not registered here", Answers::nobody),
    SEVERAL_ROLES("/ics", "nadia.velloso", "Who are you today?", Answers::twoRoles),
    WORDS_SIGNED_IN("/about/words", "nadia.velloso", "Words we use"),
    CHOOSE_ROLE("/choose-role", "nadia.velloso", "Who are you today?"),
    ALL_ICS("/ics", "nadia.velloso", "Integrated care systems"),
    STRUCTURE("/ics/WYVICB01", "nadia.velloso", "Wyvern and Marlshire Many voices against one"),
    STRUCTURE_WITHOUT_PLACES(
        "/ics/WYVICB02", "nadia.velloso", "Wyvern and Marlshire Many voices against one"),
    PRACTICES("/ics/WYVICB01/practices", "nadia.velloso", "Practices of Wyvern and Marlshire"),
    PCNS("/ics/WYVICB01/pcns", "nadia.velloso", "PCNs of Wyvern and Marlshire"),
    SUB_ICBS(
        "/ics/WYVICB01/sub-icbs", "nadia.velloso", "Sub-ICB locations of Wyvern and Marlshire"),
    TRUSTS("/ics/WYVICB01/trusts", "nadia.velloso", "Trusts of Wyvern and Marlshire"),
    COUNCILS("/ics/WYVICB01/councils", "nadia.velloso", "Councils of Wyvern and Marlshire"),
    PLACES_OF_ICS("/ics/WYVICB01/places", "nadia.velloso", "Places of Wyvern and Marlshire"),
    PRACTICES_OF_PCN(
        "/ics/WYVICB01/practices?pcn=WYVN0001",
        "nadia.velloso",
        "Practices of Marl North PCN in Wyvern and Marlshire"),
    SEARCH_EMPTY("/search", "nadia.velloso", "Search"),
    SEARCH_TOO_SHORT("/search?query=a", "nadia.velloso", "Search"),
    SEARCH("/search?query=otter", "nadia.velloso", "Search"),
    SEARCH_NONE("/search?query=zzz", "nadia.velloso", "Search"),
    PLACES("/places", "nadia.velloso", "Who speaks for general practice?"),
    PLACE(
        "/places/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "Who speaks for general practice in Marl Valley"),
    PLACE_BEFORE(
        "/places/" + Answers.MARL_VALLEY + "?asOf=2026-11-23",
        "nadia.velloso",
        "Who speaks for general practice in Marl Valley"),
    PLACE_FROM_OUTSIDE(
        "/places/" + Answers.MARL_VALLEY,
        "colm.ashgrove",
        "Who speaks for general practice in Marl Valley",
        Answers::icbLead),
    REPRESENTATION(
        "/places/" + Answers.MARL_VALLEY + "/representation?asOf=2026-11-23",
        "nadia.velloso",
        "Who speaks for general practice in Marl Valley"),
    FORUM_FIGURES(
        "/places/"
            + Answers.MARL_VALLEY
            + "/representation/forums/0192f0c0-f0f0-7000-8000-000000000005",
        "nadia.velloso",
        "Marl Valley Marl Valley place board"),
    REPRESENTATION_AS_PARTNER(
        "/places/" + Answers.MARL_VALLEY + "/representation/partners",
        "nadia.velloso",
        "Who speaks for general practice in Marl Valley"),
    REPRESENTATION_FROM_OUTSIDE(
        "/places/" + Answers.MARL_VALLEY + "/representation",
        "colm.ashgrove",
        "Who speaks for general practice in Marl Valley",
        Answers::icbLead),
    MATRIX_CELL(
        "/places/"
            + Answers.MARL_VALLEY
            + "/representation/cell?forum=0192f0c0-f0f0-7000-8000-000000000005&column=WHOLE",
        "nadia.velloso",
        "General practice as a whole at Marl Valley place board"),
    MATRIX_CELL_WITHHELD(
        "/places/" + Answers.MARL_VALLEY + "/representation/cell?forum=any&column=WHOLE",
        "colm.ashgrove",
        "A board or group of Marl Valley",
        Answers::icbLead),
    MATRIX_CELL_OF_ICS(
        "/ics/WYVICB01/representation/boards/cell?forum=any&column=LMC&body=WYVL0001",
        "nadia.velloso",
        "Wyvern and Marlshire LMC at Primary care committee"),
    REPRESENTATION_EMPTY(
        "/places/" + Answers.TARROW_COAST + "/representation",
        "nadia.velloso",
        "Who speaks for general practice in Tarrow Coast"),
    EVIDENCE(
        "/places/" + Answers.MARL_VALLEY + "/representation/M7?counts=denominator",
        "nadia.velloso",
        "Outcomes changed, of those assessed: Marl Valley"),
    EVIDENCE_OF_ANSWERS(
        "/places/" + Answers.MARL_VALLEY + "/representation/M1?topic=community-services",
        "nadia.velloso",
        "Practices that agreed: Marl Valley"),
    EVIDENCE_WITHHELD(
        "/places/" + Answers.MARL_VALLEY + "/representation/M5",
        "femi.larkspur",
        "Key relationships that rest on one person: Marl Valley"),
    EVIDENCE_OF_ICS(
        "/ics/WYVICB01/representation/M2",
        "nadia.velloso",
        "Key relationships with a talk in the last 90 days: Wyvern and Marlshire"),
    EVIDENCE_OF_FEDERATION(
        "/ics/WYVICB01/federations/WYVF0001/representation/M3",
        "nadia.velloso",
        "Strong key relationships: Marl Valley GP Federation"),
    PLACE_MEETINGS(
        "/places/" + Answers.MARL_VALLEY + "/meetings", "nadia.velloso", "Meetings of Marl Valley"),
    EMPTY_PLACE(
        "/places/" + Answers.TARROW_COAST,
        "nadia.velloso",
        "Who speaks for general practice in Tarrow Coast"),
    PLACE_PRACTICES(
        "/places/" + Answers.MARL_VALLEY + "/practices",
        "nadia.velloso",
        "Practices of Marl Valley"),
    MANDATE("/mandates/" + Answers.MANDATE, "nadia.velloso", "Community services mandate"),
    MANDATE_FOR_PRACTICE(
        "/mandates/" + Answers.MANDATE, "femi.larkspur", "Community services mandate"),
    MANDATE_FROM_OUTSIDE(
        "/mandates/" + Answers.MANDATE,
        "colm.ashgrove",
        "Community services mandate",
        Answers::icbLead),
    MANDATE_ASKED(
        "/mandates/" + Answers.MANDATE + "?said=asked",
        "nadia.velloso",
        "Community services mandate"),
    MANDATE_NOT_SAVED(
        "/mandates/" + Answers.MANDATE + "?said=not-saved",
        "nadia.velloso",
        "Community services mandate"),
    MANDATE_WHOLE(
        "/mandates/" + Answers.WHOLE_MANDATE, "nadia.velloso", "Community services mandate"),
    MANDATE_WHOLE_FOR_PRACTICE(
        "/mandates/" + Answers.WHOLE_MANDATE, "femi.larkspur", "Community services mandate"),
    MANDATE_WHOLE_FROM_OUTSIDE(
        "/mandates/" + Answers.WHOLE_MANDATE,
        "colm.ashgrove",
        "Community services mandate",
        Answers::icbLead),
    MANDATE_ASKED_AGAIN(
        "/mandates/" + Answers.ASKED_AGAIN, "nadia.velloso", "Community services mandate"),
    MANDATE_USES(
        "/mandates/" + Answers.WHOLE_MANDATE + "/uses",
        "nadia.velloso",
        "What was agreed under the community services mandate"),
    MANDATE_USES_FOR_PRACTICE(
        "/mandates/" + Answers.WHOLE_MANDATE + "/uses",
        "femi.larkspur",
        "What was agreed under the community services mandate"),
    MANDATE_USES_FROM_OUTSIDE(
        "/mandates/" + Answers.WHOLE_MANDATE + "/uses",
        "colm.ashgrove",
        "There is nothing here for you",
        Answers::icbLead),
    MANDATE_FEEDBACK(
        "/mandates/" + Answers.WHOLE_MANDATE + "/feedback",
        "femi.larkspur",
        "Feedback on the community services mandate"),
    POSITIONS(
        "/positions/of/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "What general practice in Marl Valley says"),
    POSITIONS_FROM_OUTSIDE(
        "/positions/of/" + Answers.MARL_VALLEY,
        "colm.ashgrove",
        "What general practice in Marl Valley says",
        Answers::icbLead),
    POSITION(
        "/positions/" + Answers.POSITION,
        "nadia.velloso",
        "Who should employ the pharmacists that practices share?"),
    POSITION_FROM_OUTSIDE(
        "/positions/" + Answers.POSITION,
        "colm.ashgrove",
        "Who should employ the pharmacists that practices share?",
        Answers::icbLead),
    NEW_POSITION(
        "/positions/new/" + Answers.MARL_VALLEY + "?question=" + Answers.QUESTION,
        "nadia.velloso",
        "Propose what a body says"),
    QUESTIONS(
        "/questions/of/WYVICB01",
        "nadia.velloso",
        "Questions before general practice of Wyvern and Marlshire"),
    QUESTION(
        "/questions/" + Answers.QUESTION,
        "nadia.velloso",
        "Who should employ the pharmacists that practices share?"),
    NEW_QUESTION(
        "/questions/new/WYVICB01",
        "nadia.velloso",
        "Put a question before general practice of Wyvern and Marlshire"),
    SCHEME(
        "/schemes/" + Answers.MARL_VALLEY + "?question=" + Answers.QUESTION,
        "nadia.velloso",
        "Who decides what in Marl Valley"),
    SCHEME_FROM_OUTSIDE(
        "/schemes/" + Answers.MARL_VALLEY,
        "colm.ashgrove",
        "There is nothing here for you",
        Answers::icbLead),
    SCHEME_CLASSES(
        "/schemes/" + Answers.MARL_VALLEY + "/classes",
        "nadia.velloso",
        "Say who decides what in Marl Valley"),
    AGREEMENTS(
        "/agreements/of/WYVF0001", "nadia.velloso", "Agreements of Marl Valley GP Federation"),
    AGREEMENT(
        "/agreements/" + Answers.AGREEMENT,
        "nadia.velloso",
        "Otterbrook Surgery and Marl Valley GP Federation"),
    AGREEMENT_FOR_PRACTICE(
        "/agreements/" + Answers.AGREEMENT,
        "femi.larkspur",
        "Otterbrook Surgery and Marl Valley GP Federation"),
    NEW_AGREEMENT("/agreements/new/WYVF0001", "nadia.velloso", "Offer an agreement"),
    CHANGES_OUTSIDE(
        "/changes/of/WYVICB01", "nadia.velloso", "What changed outside, for Wyvern and Marlshire"),
    CHANGE_OUTSIDE(
        "/changes/" + Answers.CHANGE_OUTSIDE,
        "nadia.velloso",
        "The new contract pays for community nurses by network."),
    NEW_CHANGE_OUTSIDE(
        "/changes/new/WYVICB01",
        "nadia.velloso",
        "Write down what changed outside, for Wyvern and Marlshire"),
    MANDATE_ANSWERS_OF_A_LIST(
        "/mandates/" + Answers.WHOLE_MANDATE + "/answers", "nadia.velloso", "Answers from a list"),
    MANDATE_ANSWERS_TAKEN(
        "/mandates/" + Answers.WHOLE_MANDATE + "/answers/taken",
        "nadia.velloso",
        "Answers from a meeting or a letter"),
    MANDATE_OTHER_TERMS(
        "/mandates/" + Answers.WHOLE_MANDATE + "/terms",
        "nadia.velloso",
        "Ask practices for other terms"),
    NEW_DRAFT(
        "/drafts/new/" + Answers.MARL_VALLEY, "nadia.velloso", "Draft a mandate for Marl Valley"),
    DRAFT("/drafts/" + Answers.DRAFT, "nadia.velloso", "Community services, a draft"),
    DRAFT_GIVEN_UP(
        "/drafts/" + Answers.DRAFT_GIVEN_UP, "nadia.velloso", "Community services, a draft"),
    WHO_CAN_AGREE("/who-can-agree", "nadia.velloso", "Who can agree what with you"),
    WHO_CAN_AGREE_IN_PLACE(
        "/who-can-agree?area=" + Answers.MARL_VALLEY + "&topic=urgent-care",
        "nadia.velloso",
        "Who can agree what with you"),
    WHO_CAN_AGREE_FROM_OUTSIDE(
        "/who-can-agree", "colm.ashgrove", "Who can agree what with you", Answers::icbLead),
    WHO_CAN_AGREE_NOBODY(
        "/who-can-agree?topic=dentistry",
        "colm.ashgrove",
        "Who can agree what with you",
        Answers::icbLead),
    NEW_MANDATE(
        "/mandates/new/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "Ask practices in Marl Valley for a mandate"),
    MEETING("/meetings/" + Answers.MEETING, "nadia.velloso", "What came of it"),
    MEETING_CLOSED(
        "/meetings/" + Answers.MEETING,
        "nadia.velloso",
        "What came of it",
        api -> Answers.get(api, "/v1/meetings/" + Answers.MEETING, "meeting-closed")),
    MEETING_BEFORE(
        "/meetings/" + Answers.MEETING + "/before", "nadia.velloso", "Marl Valley place board"),
    MEETING_BEFORE_FOR_PRACTICE(
        "/meetings/" + Answers.MEETING + "/before", "femi.larkspur", "Marl Valley place board"),
    MEETING_DURING("/meetings/" + Answers.MEETING + "/during", "nadia.velloso", "What happened?"),
    MEETING_DURING_TO_COME(
        "/meetings/" + DiaryAnswers.TO_COME + "/during", "nadia.velloso", "It has not met yet"),
    MEETING_SHARED(
        "/meetings/" + Answers.MEETING,
        "colm.ashgrove",
        "Marl Valley place board",
        Answers::satInMeeting),
    MEETING_ITEM(
        "/meetings/" + Answers.MEETING + "/agenda/0192f0c0-ffff-7000-8000-000000000003",
        "nadia.velloso",
        "3. Rooms for community clinics"),
    MEETING_ATTENDANCE(
        "/meetings/" + Answers.MEETING + "/attendance", "nadia.velloso", "Who was there"),
    MEETING_MINUTES("/meetings/" + Answers.MEETING + "/minutes", "nadia.velloso", "Minutes"),
    MEETING_NOTE(
        "/meetings/" + Answers.MEETING + "/notes/" + Answers.MANDATE,
        "nadia.velloso",
        "Note to practices"),
    MEETING_NOTE_FOR_PRACTICE(
        "/meetings/" + Answers.MEETING + "/notes/" + Answers.MANDATE,
        "femi.larkspur",
        "Note to practices"),
    NOTES_DUE(
        "/notes/of/" + Answers.MARL_VALLEY, "nadia.velloso", "Notes to practices of Marl Valley"),
    NEW_MEETING(
        "/meetings/new/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "Write down a meeting for Marl Valley"),
    SLOT("/slots/" + Answers.HELD_SLOT, "nadia.velloso", "Wyvern and Marl Hospitals"),
    RELATIONSHIP("/relationships/" + Answers.HELD_SLOT, "nadia.velloso", "Dr Sunita Pellow"),
    RELATIONSHIP_FOR_OTHERS(
        "/relationships/" + Answers.HELD_SLOT, "femi.larkspur", "There is nothing here for you"),
    TALK_CORRECTION(
        Answers.RELATIONSHIP_PAGE + "/talks/" + Answers.TALK,
        "nadia.velloso",
        "Correct the talk of 21 September 2026"),
    PROMISE(
        Answers.RELATIONSHIP_PAGE + "/promises/" + Answers.OPEN_PROMISE,
        "nadia.velloso",
        "A promise"),
    PROMISE_KEPT(
        Answers.RELATIONSHIP_PAGE + "/promises/" + Answers.KEPT_PROMISE,
        "nadia.velloso",
        "A promise"),
    COUNTERPARTS(
        "/counterparts/" + Answers.HELD_SLOT,
        "nadia.velloso",
        "People of Wyvern and Marl Hospitals"),
    TALK(
        "/talks/" + Answers.HELD_SLOT,
        "nadia.velloso",
        "Log a talk with Wyvern and Marl Hospitals"),
    TALK_WITH_WHOM("/talks/of/" + Answers.MARL_VALLEY, "nadia.velloso", "With whom did you talk?"),
    TALK_WITH_NOBODY(
        "/talks/" + Answers.EMPTY_SLOT,
        "nadia.velloso",
        "Log a talk with Marlshire County Council"),
    SLOT_FOR_PRACTICE("/slots/" + Answers.HELD_SLOT, "femi.larkspur", "Wyvern and Marl Hospitals"),
    EMPTY_SLOT("/slots/" + Answers.EMPTY_SLOT, "nadia.velloso", "Marlshire County Council"),
    JUDGEMENT(
        "/relationships/" + Answers.HELD_SLOT + "/judgement", "nadia.velloso", "Dr Sunita Pellow"),
    JUDGEMENT_OF_NOBODY(
        "/relationships/" + Answers.EMPTY_SLOT + "/judgement",
        "nadia.velloso",
        "Nobody is known by name yet"),
    JUDGE(
        "/relationships/" + Answers.HELD_SLOT + "/judgement/openness",
        "nadia.velloso",
        "How open are they to working with GPs?"),
    TEST_SHOWN(
        "/relationships/" + Answers.HELD_SLOT + "/judgement/test",
        "nadia.velloso",
        "What has shown"),
    CANDIDATES(
        "/relationships/" + Answers.HELD_SLOT + "/candidates",
        "nadia.velloso",
        "Who else is in Wyvern and Marl Hospitals"),
    INTRODUCERS(
        "/relationships/" + Answers.HELD_SLOT + "/candidates?to=" + Answers.CHIEF_NURSE,
        "nadia.velloso",
        "Who else is in Wyvern and Marl Hospitals"),
    NO_CANDIDATES(
        "/relationships/" + Answers.EMPTY_SLOT + "/candidates",
        "nadia.velloso",
        "Who else is in Marlshire County Council"),
    NEW_SLOT(
        "/slots/new/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "With whom should general practice in Marl Valley keep in touch?"),
    KEY_LIST("/key-lists/" + Answers.MARL_VALLEY, "nadia.velloso", "Your key relationships"),
    KEY(
        "/key-lists/" + Answers.MARL_VALLEY + "/" + Answers.HELD_SLOT,
        "nadia.velloso",
        "Wyvern and Marl Hospitals"),
    HANDOVERS(
        "/handovers/of/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "Relationships of Marl Valley that change hands"),
    HANDOVER(
        "/handovers/" + KeptAnswers.HANDOVER,
        "nadia.velloso",
        "Handover: Marlshire Community Trust"),
    HANDOVER_WITHOUT_BRIEF(
        "/handovers/" + KeptAnswers.OWN_HANDOVER,
        "nadia.velloso",
        "Handover: NHS Wyvern and Marlshire ICB"),
    NEW_HANDOVER(
        "/handovers/new/" + Answers.HELD_SLOT,
        "nadia.velloso",
        "Hand over Wyvern and Marl Hospitals"),
    FOCAL_POINTS(
        "/focal-points/" + Answers.MARL_VALLEY, "nadia.velloso", "Who to turn to in Marl Valley"),
    OPPORTUNITIES("/opportunities", "nadia.velloso", "Tenders and contracts"),
    OPPORTUNITY(
        "/opportunities/" + Answers.OPPORTUNITY,
        "nadia.velloso",
        "Community services in Marl Valley"),
    OPPORTUNITY_FOR_PARTNER(
        "/opportunities/" + Answers.OPPORTUNITY,
        "colm.ashgrove",
        "Community services in Marl Valley",
        Answers::bidPartner),
    OPPORTUNITY_AFTER_AWARD(
        "/opportunities/" + Answers.AWARDED_OPPORTUNITY,
        "femi.larkspur",
        "Urgent treatment in Marl Valley"),
    OPPORTUNITY_WON(
        "/opportunities/" + Answers.WON_OPPORTUNITY, "nadia.velloso", "Heart tests in Marl Valley"),
    OPPORTUNITY_RESULTS(
        "/opportunities/of/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "What became of tenders and contracts in Marl Valley"),
    NEW_OPPORTUNITY(
        "/opportunities/new/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "Open a tender or contract for Marl Valley"),
    GROUP("/groups/" + Answers.GROUP, "nadia.velloso", "Marl Valley GP leadership group"),
    GROUP_FROM_OUTSIDE(
        "/groups/" + Answers.GROUP,
        "colm.ashgrove",
        "Marl Valley GP leadership group",
        Answers::icbLead),
    GROUP_TERMS("/groups/" + Answers.GROUP + "/terms", "nadia.velloso", "Adopt terms of reference"),
    VACANT_SEAT(
        "/groups/" + Answers.GROUP + "/seats/" + Answers.VACANT_SEAT,
        "nadia.velloso",
        "Open to every role, Marl Valley GP leadership group"),
    OWN_SEAT(
        "/groups/" + Answers.GROUP + "/seats/" + Answers.OWN_SEAT,
        "nadia.velloso",
        "Federation lead, Marl Valley GP Federation"),
    OWN_INTEREST(
        "/groups/" + Answers.GROUP + "/interests/" + Answers.OWN_INTEREST,
        "nadia.velloso",
        "A declared interest"),
    NEW_GROUP(
        "/groups/new/" + Answers.TARROW_COAST,
        "nadia.velloso",
        "Form a leadership group for Tarrow Coast"),
    STARTER(
        "/starters/" + Answers.TARROW_COAST,
        "nadia.velloso",
        "Towards a leadership group in Tarrow Coast"),
    ORGANISATION("/organisations/WYVP0002", "nadia.velloso", "Otterbrook Surgery"),
    ORGANISATION_TRUST("/organisations/WYVT0001", "nadia.velloso", "Wyvern and Marl Hospitals"),
    ORGANISATION_PCN("/organisations/WYVN0001", "nadia.velloso", "Marl North PCN"),
    PEOPLE("/people", "nadia.velloso", "People"),
    PERSON_OF_ONESELF("/people/" + Answers.PERSON, "nadia.velloso", "Dr Nadia Velloso"),
    PERSON(
        "/people/" + Answers.PERSON, "keeper", "Dr Nadia Velloso", Answers::peoplesAdministrator),
    PERSON_DETAILS(
        "/people/" + Answers.PERSON + "/details",
        "keeper",
        "Name and work contact",
        Answers::peoplesAdministrator),
    APPOINT(
        "/people/" + Answers.PERSON + "/appoint",
        "keeper",
        "Appoint Dr Nadia Velloso to a role",
        Answers::peoplesAdministrator),
    ROLE(
        "/people/" + Answers.PERSON + "/roles/" + Answers.HOLDING,
        "keeper",
        "Federation lead, Marl Valley GP Federation",
        Answers::peoplesAdministrator),
    NEW_PERSON("/people/new", "keeper", "Register a person", Answers::peoplesAdministrator),
    FEDERATIONS_OF_PLACE(
        "/places/" + Answers.MARL_VALLEY + "/federations",
        "nadia.velloso",
        "How many practices of Marl Valley are in a federation?"),
    FEDERATIONS_OF_PCN(
        "/organisations/WYVN0001/federations",
        "nadia.velloso",
        "How many practices of Marl North PCN are in a federation?"),
    PLACE_HISTORY(
        "/places/" + Answers.MARL_VALLEY + "/history", "keeper", "History of Marl Valley"),
    PLACE_KEEPING(
        "/places/" + Answers.MARL_VALLEY + "/keeping", "keeper", "Place Record of Marl Valley"),
    PLACE_ASSIGNING(
        "/places/" + Answers.MARL_VALLEY + "/assigning",
        "keeper",
        "Which practices lie in Marl Valley?"),
    WITHOUT_PLACE(
        "/places/without/WYVICB01",
        "keeper",
        "Practices of NHS Wyvern and Marlshire ICB without a place"),
    NEW_PLACE("/places/new/WYVICB01", "keeper", "Define a place of NHS Wyvern and Marlshire ICB"),
    NEW_BODY("/organisations/new", "keeper", "Register a body of general practice"),
    BODY_KEEPING(
        "/organisations/WYVF0001/keeping", "keeper", "Record of Marl Valley GP Federation"),
    MEMBERS("/organisations/WYVF0001/members", "keeper", "Members of Marl Valley GP Federation"),
    FEDERATION("/organisations/WYVF0001", "nadia.velloso", "Marl Valley GP Federation"),
    PURPOSE("/organisations/WYVF0001/purpose", "keeper", "What Marl Valley GP Federation is for"),
    BELONGING(
        "/organisations/WYVP0002/belonging/0192f0c0-8888-7000-8000-000000000004",
        "keeper",
        "Otterbrook Surgery in Marl Valley"),
    UNRESOLVED("/unresolved", "keeper", "Who belongs where now?"),
    UNRESOLVED_OF_ONE(
        "/unresolved/WYVICB09", "keeper", "NHS Old Wyvern ICB Who belongs where now?"),
    UNRESOLVED_NONE(
        "/unresolved/WYVICB01", "keeper", "NHS Wyvern and Marlshire ICB Who belongs where now?"),
    SUCCESSION(
        "/organisations/WYVICB01/succession",
        "keeper",
        "Who followed NHS Wyvern and Marlshire ICB?"),
    OVER_TIME("/ics/WYVICB01/over-time", "nadia.velloso", "NHS Wyvern and Marlshire ICB Over time"),
    ICS_REPRESENTATION(
        "/ics/WYVICB01/representation",
        "nadia.velloso",
        "Who speaks for general practice in Wyvern and Marlshire"),
    ICS_MEASURE(
        "/ics/WYVICB01/representation/M7/over-time",
        "nadia.velloso",
        "Wyvern and Marlshire Outcomes changed, of those assessed"),
    ICS_TOPICS(
        "/ics/WYVICB01/representation/M1/over-time",
        "nadia.velloso",
        "Wyvern and Marlshire Practices that agreed"),
    ICS_BOARDS(
        "/ics/WYVICB01/representation/boards",
        "nadia.velloso",
        "Who speaks for general practice in Wyvern and Marlshire"),
    WEEK("/week", "nadia.velloso", "My week"),
    WEEK_OF_PRACTICE("/week", "femi.larkspur", "My week"),
    DIARY("/diary/" + Answers.MARL_VALLEY, "nadia.velloso", "Who meets when in Marl Valley"),
    FORUM_DIARY(
        "/forums/" + Answers.FORUM + "/meetings",
        "nadia.velloso",
        "When Marl Valley place board meets"),
    SERIES("/series/" + DiaryAnswers.SERIES, "nadia.velloso", "Marl Valley place board"),
    SERIES_FOR_PRACTICE(
        "/series/" + DiaryAnswers.SERIES, "femi.larkspur", "Marl Valley place board"),
    NEW_SERIES(
        "/series/new/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "Let a forum meet regularly for Marl Valley"),
    STOPPING(
        "/series/" + DiaryAnswers.SERIES + "/stopping",
        "nadia.velloso",
        "Stop going to Marl Valley place board?"),
    STOPPING_FOR_PRACTICE(
        "/series/" + DiaryAnswers.SERIES + "/stopping",
        "femi.larkspur",
        "Stop going to Marl Valley place board?"),
    SCHEDULE(
        "/series/" + DiaryAnswers.SERIES + "/schedule",
        "nadia.velloso",
        "Change when Marl Valley place board meets"),
    SEAT_AT_FORUM(
        "/series/" + DiaryAnswers.SERIES + "/seats/" + DiaryAnswers.OWN_SEAT,
        "nadia.velloso",
        "GP federation"),
    NOMINATION(
        "/series/"
            + DiaryAnswers.SERIES
            + "/seats/"
            + DiaryAnswers.OWN_SEAT
            + "/nominations/"
            + DiaryAnswers.NOMINATION,
        "nadia.velloso",
        "Correct what is entered of Dr Nadia Velloso"),
    PLACE_MEETINGS_TO_COME(
        "/places/" + Answers.MARL_VALLEY + "/meetings?only=to-come",
        "nadia.velloso",
        "Meetings of Marl Valley"),
    PLACE_MEETINGS_WITHOUT_INFLUENCE(
        "/places/" + Answers.MARL_VALLEY + "/meetings?only=without-influence",
        "nadia.velloso",
        "Meetings of Marl Valley"),
    MEETING_DAY(
        "/meetings/" + DiaryAnswers.TO_COME + "/day",
        "nadia.velloso",
        "When Marl Valley place board meets"),
    FILES(
        "/meetings/" + DiaryAnswers.TO_COME + "/files",
        "nadia.velloso",
        "Papers of Marl Valley place board"),
    FILES_FOR_GUEST(
        "/meetings/" + DiaryAnswers.TO_COME + "/files",
        "colm.ashgrove",
        "Papers of Marl Valley place board",
        DiaryAnswers::guest),
    ACTIONS(
        "/actions/of/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "What was agreed to be done in Marl Valley"),
    ACTION(
        "/actions/" + DiaryAnswers.ACTION,
        "nadia.velloso",
        "Hospital letters say who orders each test"),
    NEW_ACTION("/actions/new/" + DiaryAnswers.TO_COME, "nadia.velloso", "Add an action"),
    CALENDARS("/calendars", "nadia.velloso", "Calendar links"),
    TIME("/time", "nadia.velloso", "My time in meetings"),
    PLACE_TIME(
        "/places/" + Answers.MARL_VALLEY + "/time",
        "nadia.velloso",
        "Time in meetings for Marl Valley"),
    DECIDED_DIFFERENTLY(
        "/topics/different/WYVICB01",
        "nadia.velloso",
        "Decided differently in Wyvern and Marlshire"),
    TOPIC_TIMELINE(
        "/topics/" + Answers.TOPIC + "/timeline/" + Answers.MARL_VALLEY,
        "nadia.velloso",
        "How community services came to be decided in Marl Valley"),
    JOINT_GROUPS(
        "/joint-groups/of/" + Answers.MARL_VALLEY, "nadia.velloso", "Joint groups of Marl Valley"),
    JOINT_GROUPS_NONE(
        "/joint-groups/of/" + Answers.TARROW_COAST,
        "nadia.velloso",
        "Joint groups of Tarrow Coast"),
    NEW_JOINT_GROUP(
        "/joint-groups/new/" + Answers.MARL_VALLEY, "nadia.velloso", "Form a joint group"),
    JOINT_GROUP(
        "/joint-groups/" + JointGroupAnswers.GROUP, "nadia.velloso", "Hospital and GP joint group"),
    JOINT_GROUP_FOR_PARTNER(
        "/joint-groups/" + JointGroupAnswers.GROUP,
        "colm.ashgrove",
        "Hospital and GP joint group",
        JointGroupAnswers::partner),
    JOINT_GROUP_FOR_PRACTICE(
        "/joint-groups/" + JointGroupAnswers.GROUP, "femi.larkspur", "Hospital and GP joint group"),
    JOINT_GROUP_FROM_OUTSIDE(
        "/joint-groups/" + JointGroupAnswers.GROUP,
        "colm.ashgrove",
        "There is nothing here for you",
        Answers::icbLead),
    JOINT_GROUP_SEAT(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/seat?organisation=WYVT0001",
        "nadia.velloso",
        "Seat somebody"),
    JOINT_GROUP_SEAT_FOR_PARTNER(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/seat",
        "colm.ashgrove",
        "Seat somebody",
        JointGroupAnswers::partner),
    JOINT_GROUP_SEAT_NAME(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/seats/" + JointGroupAnswers.PARTNER_SEAT,
        "nadia.velloso",
        "What they are called"),
    JOINT_GROUP_SEAT_NAME_OF_THE_OTHER_SIDE(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/seats/" + JointGroupAnswers.GP_SEAT,
        "colm.ashgrove",
        "There is nothing here for you",
        JointGroupAnswers::partner),
    JOINT_GROUP_OWN_SIDE(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/general-practice",
        "nadia.velloso",
        "What general practice keeps for itself"),
    JOINT_GROUP_OWN_SIDE_FOR_PARTNER(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/general-practice",
        "colm.ashgrove",
        "There is nothing here for you",
        JointGroupAnswers::partner),
    JOINT_GROUP_ISSUE(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/issues/" + JointGroupAnswers.LATE_ISSUE,
        "nadia.velloso",
        "Letters ask practices for tests and do not say who pays."),
    JOINT_GROUP_ISSUE_FIXED(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/issues/" + JointGroupAnswers.FIXED_ISSUE,
        "nadia.velloso",
        "These words are not kept any more."),
    JOINT_GROUP_ACTION(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/actions/" + JointGroupAnswers.ACTION,
        "nadia.velloso",
        "Send the new form to all practices."),
    JOINT_GROUP_WORK(
        "/joint-groups/" + JointGroupAnswers.GROUP + "/workstreams/" + JointGroupAnswers.WORK,
        "nadia.velloso",
        "Referrals"),
    FORBIDDEN(
        "/imports",
        "nadia.velloso",
        "Your role does not allow this",
        api -> Answers.problem(api, "GET /v1/imports", 403, "not-allowed", "Not in this role.")),
    AWAY(
        "/ics",
        "nadia.velloso",
        "Try again in a minute",
        api -> Answers.problem(api, "GET /v1/ics", 503, "temporarily-unavailable", "Not now.")),
    TOO_MANY(
        "/ics",
        "nadia.velloso",
        "Too many requests at once",
        api -> Answers.problem(api, "GET /v1/ics", 429, "rate-limited", "Too many requests.")),
    TOPICS("/topics/of/WYVICB01", "nadia.velloso", "Topics of Wyvern and Marlshire"),
    FORUMS("/forums/of/WYVICB01", "femi.larkspur", "Forums of Wyvern and Marlshire"),
    NEW_FORUM("/forums/new/WYVICB01", "nadia.velloso", "Add a forum for Wyvern and Marlshire"),
    MERGED_TOPIC("/topics/" + Answers.MERGED_TOPIC, "nadia.velloso", "District nursing"),
    FORUM("/forums/" + Answers.FORUM, "nadia.velloso", "Marl Valley place board"),
    GUIDES("/guide", "colm.ashgrove", "How general practice works here", Answers::icbLead),
    GUIDE(
        "/guide/ics/WYVICB01",
        "colm.ashgrove",
        "How general practice works in Wyvern and Marlshire",
        Answers::icbLead),
    GUIDE_OF_PLACE(
        "/guide/places/" + Answers.MARL_VALLEY,
        "colm.ashgrove",
        "How general practice works in Marl Valley",
        Answers::icbLead),
    IMPORTS("/imports", "keeper", "Bring in the national lists"),
    IMPORT("/imports/" + Answers.LOOKED_AT_IMPORT, "keeper", "Import"),
    IMPORT_ROWS("/imports/" + Answers.LOOKED_AT_IMPORT + "?rows=refused", "keeper", "Import"),
    IMPORT_RUNNING("/imports/" + Answers.RUNNING_IMPORT, "keeper", "Import"),
    IMPORT_DONE("/imports/" + Answers.ACCEPTED_IMPORT, "keeper", "Import"),
    INVITATION("/invitation", "colm.ashgrove", "Enter your invitation", Answers::nobody),
    PERSON_INVITATION(
        "/people/" + Answers.INVITED + "/invitation",
        "admin",
        "Invitation",
        Answers::administrator),
    SYSTEMS("/systems", "admin", "Systems", Answers::administrator),
    SYSTEM("/systems/partner-client", "admin", "partner-client", Answers::administrator),
    CONNECTIONS(
        "/connection", "colm.ashgrove", "Your connection to OneVoice", ConnectionAnswers::partner),
    NO_CONNECTION(
        "/connection", "colm.ashgrove", "Your connection to OneVoice", ConnectionAnswers::newcomer),
    CONNECTION(
        "/connection/" + ConnectionAnswers.ID,
        "colm.ashgrove",
        "Your connection to OneVoice",
        ConnectionAnswers::partner),
    CONNECTION_UNVERIFIED(
        "/connection/" + ConnectionAnswers.UNVERIFIED,
        "colm.ashgrove",
        "Your connection to OneVoice",
        ConnectionAnswers::partner),
    CONNECTION_LOG(
        "/connection/" + ConnectionAnswers.ID + "/sent",
        "colm.ashgrove",
        "What was sent",
        ConnectionAnswers::partner),
    TRIAL("/connection/trial", "colm.ashgrove", "Try your system out", ConnectionAnswers::partner),
    WHO_HEARS(
        "/hearing/WYVF0001",
        "nadia.velloso",
        "Which systems hear from general practice",
        ConnectionAnswers::federation),
    NOBODY_HEARS(
        "/hearing/WYVF0001",
        "nadia.velloso",
        "Which systems hear from general practice",
        ConnectionAnswers::nobodyHears),
    YOUR_OWN_RECORD("/your-record", "nadia.velloso", "What is kept about you", Answers::rights),
    YOUR_OWN_ENTRIES(
        "/your-record/entries/organisations?only=ENTERED&after=120",
        "nadia.velloso",
        "What you have entered: people and roles",
        Answers::rights),
    RIGHTS_REQUESTS(
        "/rights", "nadia.velloso", "What people have asked for", Answers::administrator),
    RIGHTS_OF_PERSON(
        "/rights/" + Answers.ERASED,
        "nadia.velloso",
        "What one person has asked for",
        Answers::administrator),
    WRITTEN_ABOUT(
        "/rights/counterparts",
        "nadia.velloso",
        "Find what is written about somebody",
        Answers::administrator),
    NOTHING_HERE("/nothing-here", "nadia.velloso", "There is nothing here for you");

    private final String path;
    private final String user;
    private final String heading;
    private final Consumer<FakeApi> answers;

    Visit(String path, String user, String heading) {
      this(path, user, heading, _ -> {});
    }

    /** With answers that differ from what this user is usually told. */
    Visit(String path, String user, String heading, Consumer<FakeApi> answers) {
      this.path = path;
      this.user = user;
      this.heading = heading;
      this.answers = answers;
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_page_is_for_everybody(Visit visit) {
    api.reset();
    switch (visit.user == null ? "" : visit.user) {
      case "femi.larkspur" -> Answers.femi(api);
      case "keeper" -> Answers.keeper(api);
      default -> Answers.nadia(api);
    }
    visit.answers.accept(api);
    List<String> wrong = new ArrayList<>();
    Page page = opened(true, WIDE, visit, "with script: ", wrong);
    for (int width : new int[] {WIDE, NARROW}) {
      page.setViewportSize(width, HEIGHT);
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)");
      Browser.shoot(page, visit.name().toLowerCase(Locale.UK) + "-" + width);
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      List<String> violations =
          width == NARROW ? Axe.violations(page) : Axe.violationsOfLayout(page);
      violations.forEach(violation -> wrong.add(width + ": " + violation));
      noSidewaysScroll(page, width + ": ", wrong);
    }
    Page plain = opened(false, NARROW, visit, "without script: ", wrong);
    noSidewaysScroll(plain, "without script: ", wrong);
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_page_of_views_says_how_far_it_is_up_to_date_and_when_it_is_behind() {
    api.reset();
    Answers.nadia(api);
    String places = "GET /v1/places";
    String list = api.answers().get(places).body();
    List<String> wrong = new ArrayList<>();

    api.answer(places, 200, list, "X-Up-To-Date-To", Instant.now().toString());
    Page page = opened(false, NARROW, Visit.PLACES, "", wrong);
    assertThat(page.locator("#up-to-date").innerText()).startsWith("Up to date to ");
    assertThat(page.content()).doesNotContain("This page is behind");

    api.answer(places, 200, list, "X-Up-To-Date-To", "2026-07-23T09:42:10Z");
    page = opened(false, NARROW, Visit.PLACES, "", wrong);
    assertThat(page.locator("#up-to-date").innerText())
        .isEqualTo("Up to date to 10:42am on 23 July 2026.");
    assertThat(page.locator(".nhsuk-inset-text").innerText())
        .contains("This page is behind. What was written down after 10:42am on 23 July 2026");

    api.answer(places, 200, list);
    page = opened(false, NARROW, Visit.PLACES, "", wrong);
    assertThat(page.locator("#up-to-date").count()).isZero();
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_page_of_a_place_says_that_there_is_something_new() {
    api.reset();
    Answers.nadia(api);
    String place = "GET /v1/places/" + Answers.MARL_VALLEY;
    api.answer(
        place, 200, api.answers().get(place).body(), "X-Up-To-Date-To", Instant.now().toString());
    api.answer(
        place + "/representation/updates",
        200,
        "retry: 60000\nid: two\nevent: changed\ndata: two\n\n");
    List<String> wrong = new ArrayList<>();
    Page page = opened(true, NARROW, Visit.PLACE, "", wrong);
    page.locator("#news").waitFor();
    assertThat(page.locator("#news").innerText())
        .isEqualTo("There is something new: load the page again.");
    assertThat(Axe.violations(page)).isEmpty();
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_is_wrong_with_a_page_is_found() {
    try (BrowserContext context = Browser.context(NARROW, true)) {
      Page page = context.newPage();
      page.setContent(
          """
          <!doctype html><title>Wrong</title><main><h1>Wrong</h1>
          <p style="color: #ccc">Faint</p>
          <button style="all: unset; width: 9px; height: 9px">a</button><button
            style="all: unset; width: 9px; height: 9px">b</button></main>\
          """);
      assertThat(Axe.violationsOfLayout(page))
          .extracting(sentence -> sentence.replaceFirst(":.*", ""))
          .containsOnly("color-contrast", "target-size");
    }
  }

  /** The script moves what does not fit into "More", a frame after the window has changed. */
  @Test
  void no_entry_of_the_menu_leaves_the_header_before_the_script_has_moved_it() {
    api.reset();
    Answers.nadia(api);
    try (BrowserContext context = Browser.context(WIDE, true)) {
      context.addCookies(SESSIONS.computeIfAbsent(Visit.PEOPLE.user, this::signIn));
      Page page = context.newPage();
      page.addInitScript("window.requestAnimationFrame = () => 0");
      page.navigate(at(Visit.PEOPLE.path));
      page.setViewportSize(NARROW, HEIGHT);
      var rightmost =
          (Number)
              page.evaluate(
                  "Math.max(...[...document.querySelectorAll('.nhsuk-header__navigation-link')].map(link => link.getBoundingClientRect().right))");
      assertThat(rightmost.doubleValue()).isBetween(1.0, (double) NARROW);
    }
  }

  /** The page, if it is the one that was asked for and nothing was fetched from elsewhere. */
  private Page opened(boolean script, int width, Visit visit, String where, List<String> wrong) {
    Page page = WINDOWS.computeIfAbsent(script, this::window);
    heard = sentence -> wrong.add(where + sentence);
    page.context().clearCookies();
    if (visit.user != null) {
      page.context().addCookies(SESSIONS.computeIfAbsent(visit.user, this::signIn));
    }
    page.setViewportSize(width, HEIGHT);
    page.navigate(at(visit.path));
    String heading = page.locator("h1").innerText().replaceAll("\\s+", " ").strip();
    if (!heading.equals(visit.heading)) {
      heard.accept("heading " + heading);
    }
    return page;
  }

  /** One for all visits: a new one each time costs more than all that is looked at in it. */
  private Page window(boolean script) {
    Page page = Browser.context(WIDE, script).newPage();
    Axe.isBroughtTo(page);
    // A page that shows work in progress stays while it is looked at.
    page.addInitScript(
        "const soon = window.setTimeout; window.setTimeout = (work, ms, ...rest) => ms >= 1000 ? 0 : soon(work, ms, ...rest)");
    page.onRequestFinished(request -> {
      if (!request.url().startsWith(at("/")) && !request.isNavigationRequest()) {
        heard.accept("asked outside " + request.url());
      }
    });
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of")) {
        heard.accept(message.text());
      }
    });
    return page;
  }

  private static void noSidewaysScroll(Page page, String where, List<String> wrong) {
    int sideways = Browser.sidewaysScroll(page);
    if (sideways > 0) {
      wrong.add(where + "scrolls sideways by " + sideways);
    }
  }

  private String at(String path) {
    return origin.resolve(path).toString().replace("127.0.0.1", "localhost");
  }

  /** The cookies of one who has signed in; each person signs in once for all tests. */
  private List<Cookie> signIn(String user) {
    try (BrowserContext context = Browser.context(1280, false)) {
      Page page = context.newPage();
      page.navigate(at("/choose-role"));
      Browser.signIn(page, user);
      return context.cookies();
    }
  }
}
