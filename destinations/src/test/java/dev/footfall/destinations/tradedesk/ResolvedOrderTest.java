package dev.footfall.destinations.tradedesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Resolution.Resolved;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an order becomes once the operator has answered: who it is of, or why it stays. */
class ResolvedOrderTest {
  private static final String EMAIL = "e:1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=";
  private static final String PHONE = "p:4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=";
  private static final String UID2 = "1P4ELYX3K2kiFwGXMCqROlWBJ2DIx1IUgAb+0k/b9I0=";
  private static final TestRows BOTH = Samples.order().with("phone", "(206) 555-0142");

  private static Resolved resolved(TestRun run, TestRows rows, Map<String, String> found) {
    Event event = run.map(rows).events().get(0);
    return Samples.map(run, rows).resolve(event, found);
  }

  private static Code withheld(Resolved resolved) {
    return ((Outcome.Withheld) ((Resolved.Left) resolved).outcome()).code();
  }

  @Test
  void who_opted_out_by_one_identifier_goes_by_the_other() {
    Resolved resolved =
        resolved(Samples.run(), BOTH, Map.of(EMAIL, "optout", PHONE, Samples.uid2("x")));

    Resolved.Ready ready = (Resolved.Ready) resolved;
    assertThat(ready.losses()).containsExactly(Code.UID2_OPTED_OUT);
    assertThat(ready.event().parts()).isEqualTo(1);
    assertThat(Samples.text(ready.event()))
        .startsWith("{\"UID2\":\"" + Samples.uid2("x") + "\",\"TrackingTagId\"");
  }

  @Test
  void who_opted_out_altogether_stays_here() {
    Map<String, String> found = Map.of(EMAIL, "optout", PHONE, "optout");

    assertThat(withheld(resolved(Samples.run(), BOTH, found))).isEqualTo(Code.UID2_OPTED_OUT);
  }

  @Test
  void one_opt_out_takes_the_row_where_that_is_set() {
    TestRun run = Samples.run().set("opt_out_scope", "row");
    Map<String, String> found = Map.of(EMAIL, "optout", PHONE, Samples.uid2("x"));

    assertThat(withheld(resolved(run, BOTH, found))).isEqualTo(Code.UID2_OPTED_OUT);
  }

  @Test
  void identifiers_that_the_operator_cannot_map_are_told() {
    Map<String, String> none = Map.of(EMAIL, "invalid", PHONE, "invalid");
    Map<String, String> one = Map.of(EMAIL, "invalid", PHONE, Samples.uid2("x"));

    assertThat(withheld(resolved(Samples.run(), BOTH, none)))
        .isEqualTo(Code.UID2_INVALID_IDENTIFIER);
    assertThat(((Resolved.Ready) resolved(Samples.run(), BOTH, one)).losses())
        .containsExactly(Code.UID2_INVALID_IDENTIFIER);
  }

  @Test
  void an_order_whose_question_stayed_without_answer_waits_for_the_next_run() {
    Resolved resolved = resolved(Samples.run(), BOTH, Map.of(EMAIL, UID2));

    assertThat(((Resolved.Left) resolved).outcome())
        .isInstanceOfSatisfying(
            Outcome.NotSent.class, o -> assertThat(o.code()).isEqualTo(Code.UID2_UNAVAILABLE));
  }

  @Test
  void the_same_id_twice_is_one_item() {
    Resolved.Ready ready =
        (Resolved.Ready) resolved(Samples.run(), BOTH, Map.of(EMAIL, UID2, PHONE, UID2));

    assertThat(ready.event().parts()).isEqualTo(1);
  }

  @Test
  void ids_of_the_brands_own_go_as_they_are_and_spare_the_e_mails_look_up() {
    String own = Samples.uid2("own");
    TestRows rows = BOTH.with("uid2", own);
    Event event = Samples.run().map(rows).events().get(0);

    assertThat(Samples.map(Samples.run(), rows).wanted(event)).containsExactly(PHONE);
    assertThat(Samples.text(Samples.found(Samples.map(Samples.run(), Samples.order()), event)))
        .startsWith("{\"UID2\":\"" + Samples.uid2(PHONE.substring(2)))
        .contains(",{\"UID2\":\"" + own + "\",");
  }

  @Test
  void every_identifier_has_its_member_and_its_place() {
    String guid = "a9342d1f-69f1-4bf8-bc2b-1f20eb451f21";
    TestRows rows =
        BOTH.with("euid", Samples.uid2("e"))
            .with("uid2_token", "AdvToken+/=")
            .with("euid_token", "Eu\"Token")
            .with("tdid", guid)
            .with("idfa", guid.toUpperCase(Locale.ROOT))
            .with("rampid", "R".repeat(49))
            .with("impression_id", guid);
    String items = Samples.items(Samples.run(), rows).get(0);
    String array =
        Samples.items(Samples.run().set("identity_output", "user_id_array"), rows).get(0);

    assertThat(Stream.of(items.split("\"ImpressionId\":\"" + guid + "\"")).count()).isEqualTo(9);
    assertThat(items)
        .containsSubsequence(
            "{\"UID2\":",
            "{\"UID2\":",
            "{\"EUID\":",
            "{\"UID2Token\":\"AdvToken+/=\"",
            "{\"EUIDToken\":\"Eu\\\"Token\"",
            "{\"TDID\":\"" + guid,
            "{\"DAID\":\"" + guid,
            "{\"RampID\":\"RRR");
    assertThat(array)
        .containsSubsequence(
            "[[\"2\",",
            "[\"2\",",
            "[\"4\",",
            "[\"3\",",
            "[\"5\",\"Eu\\\"Token\"]",
            "[\"0\",",
            "[\"1\",",
            "[\"6\",\"RRR",
            "]],\"ImpressionId\":");
  }

  @Test
  void an_impression_alone_is_enough() {
    TestRows rows =
        Samples.order()
            .with("email", null)
            .with("impression_id", "a9342d1f-69f1-4bf8-bc2b-1f20eb451f21");

    assertThat(Samples.item(rows)).startsWith("{\"ImpressionId\":\"a9342d1f");
  }

  @Test
  void euids_go_under_their_own_name() {
    TestRun run = Samples.run().set("identity_scope", "EUID");

    assertThat(Samples.items(run, Samples.order()).get(0)).startsWith("{\"EUID\":\"");
  }
}
