package dev.footfall.sandbox.klaviyo;

import dev.footfall.sandbox.platform.Call;
import java.util.regex.Pattern;

/** Every path with its method. */
enum KlaviyoRoute {
  ACCOUNTS("GET", "/api/accounts"),
  FIND_LISTS("GET", "/api/lists"),
  CREATE_LIST("POST", "/api/lists"),
  MEMBERS("POST", "/api/lists/[A-Za-z0-9]+/relationships/profiles"),
  PROFILE_JOB("POST", "/api/profile-bulk-import-jobs"),
  JOB("GET", "/api/profile-bulk-import-jobs/[A-Za-z0-9]+"),
  IMPORT_ERRORS("GET", "/api/profile-bulk-import-jobs/[A-Za-z0-9]+/import-errors"),
  PROFILE("POST", "/api/profile-import"),
  EVENT("POST", "/api/events"),
  EVENT_JOB("POST", "/api/event-bulk-create-jobs"),
  AUTHORIZE("GET", "/oauth/authorize"),
  TOKEN("POST", "/oauth/token"),
  REVOKE("POST", "/oauth/revoke"),
  WRONG_METHOD("", "(?!)"),
  UNKNOWN("", "(?!)");

  private final String method;
  private final Pattern path;

  KlaviyoRoute(String method, String path) {
    this.method = method;
    this.path = Pattern.compile(path);
  }

  static KlaviyoRoute of(Call call) {
    KlaviyoRoute found = UNKNOWN;
    for (KlaviyoRoute route : values()) {
      if (route.path.matcher(call.path()).matches()) {
        if (route.method.equals(call.method())) {
          return route;
        }
        found = WRONG_METHOD;
      }
    }
    return found;
  }
}
