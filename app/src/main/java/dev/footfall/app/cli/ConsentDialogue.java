package dev.footfall.app.cli;

import dev.footfall.app.consent.Browser;
import dev.footfall.app.consent.Invitation;
import dev.footfall.app.consent.Landing;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.terminal.Console;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.ValueRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** Asks a person to consent on a platform's page, and has the answer. */
final class ConsentDialogue {
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private final Session session;
  private final String destination;
  private final Way way;

  /**
   * How the answer comes back.
   *
   * @param port to listen on; 0 for a free one
   * @param redirectUri the registered address, where it is another
   * @param isPasted whether the person pastes it
   * @param mayOpen whether a browser may be opened
   */
  record Way(int port, Optional<String> redirectUri, boolean isPasted, boolean mayOpen) {}

  ConsentDialogue(Session session, String destination, Way way) {
    if (way.redirectUri().isPresent() && way.port() != 0) {
      throw UserFault.usage("--redirect-uri and --redirect-port exclude each other; choose one");
    }
    way.redirectUri()
        .flatMap(new ValueRule.Url()::fault)
        .ifPresent(
            wanted -> {
              throw UserFault.usage("--redirect-uri must be " + wanted);
            });
    this.session = session;
    this.destination = destination;
    this.way = way;
  }

  /**
   * The person's consent.
   *
   * @throws UserFault when there is none
   */
  Authorisation.Consent consent(Authorisation authorisation) throws InterruptedException {
    URI given = URI.create(way.redirectUri().orElse("http://127.0.0.1:" + way.port() + "/"));
    boolean isHere = "http".equalsIgnoreCase(given.getScheme());
    return way.isPasted() || !isHere
        ? consented(pasted(invitation(authorisation, given.toString())))
        : awaited(authorisation, Math.max(0, given.getPort()));
  }

  private Authorisation.Consent awaited(Authorisation authorisation, int port)
      throws InterruptedException {
    try (Landing landing = Landing.on(port)) {
      Invitation invitation =
          invitation(authorisation, way.redirectUri().orElseGet(landing::address));
      session.console().say("Waiting for the answer; Ctrl-C gives up.");
      Optional<Invitation.Answer> answer = landing.await(invitation, PATIENCE);
      return consented(
          answer.orElseThrow(
              () ->
                  UserFault.stopped(
                      destination + ": nobody consented within an hour; run the command again")));
    } catch (IOException taken) {
      throw UserFault.of(
          "cannot listen on port "
              + port
              + "; it may be taken, choose another with --redirect-port N");
    }
  }

  /** Shows the address to open, however quiet the command is asked to be. */
  private Invitation invitation(Authorisation authorisation, String address) {
    Invitation invitation = Invitation.to(authorisation, address, new SecureRandom());
    Console console = session.console();
    boolean isOpened =
        console.look().live()
            && way.mayOpen()
            && Browser.open(invitation.url(), session.surrounding().environment());
    console.say(
        isOpened
            ? "Your browser shows the platform's page; otherwise open"
            : "Open this address in a browser, signed in as somebody with access to the account:");
    console.err().println(invitation.url());
    return invitation;
  }

  private Invitation.Answer pasted(Invitation invitation) {
    session.console().say("Then paste the whole address that the browser ended at:");
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(session.surrounding().streams().in(), StandardCharsets.UTF_8));
      return invitation.read(Optional.ofNullable(in.readLine()).orElse("").strip());
    } catch (IOException closed) {
      return new Invitation.Answer.Foreign();
    }
  }

  private Authorisation.Consent consented(Invitation.Answer answer) {
    if (answer instanceof Invitation.Answer.Consented yes) {
      return yes.consent();
    }
    throw answer instanceof Invitation.Answer.Refused no
        ? UserFault.stopped(destination + ": nothing was allowed: " + no.words())
        : UserFault.of(
            "this is not the answer to the address above; nothing was kept. Run the command again"
                + " and paste all of the address that the browser ends at");
  }
}
