// Checks of an id_token (OpenID Connect Core 1.0, section 3.1.3.7). The algorithm comes from our list, never
// from the token alone; keys come only from the provider's own key set.
#include "access/oidc_token.h"

#include <jansson.h>
#include <rhonabwy.h>

enum { SKEW_SECONDS = 60, OLD_SECONDS = 10 * 60 };

static bool signed_as_allowed(jwa_alg alg) {
    static const jwa_alg allowed[] = {R_JWA_ALG_RS256, R_JWA_ALG_RS384, R_JWA_ALG_RS512, R_JWA_ALG_PS256,
                                      R_JWA_ALG_PS384, R_JWA_ALG_PS512, R_JWA_ALG_ES256, R_JWA_ALG_ES384,
                                      R_JWA_ALG_ES512, R_JWA_ALG_EDDSA};
    for (size_t i = 0; i < COUNT(allowed); i++)
        if (allowed[i] == alg) return true;
    return false;
}

// Only keys that the provider publishes for this: a header's own key or address is not looked at.
static Str check_signature(Arena *a, jwt_t *jwt, Str jwks, Str token) {
    if (r_jwt_parsen(jwt, token.at, token.len, R_FLAG_IGNORE_REMOTE) != RHN_OK)
        return S("it is no signed token");
    if (r_jwt_get_type(jwt) != R_JWT_TYPE_SIGN || !signed_as_allowed(r_jwt_get_sign_alg(jwt)))
        return S("it is not signed in a way we accept");
    jwks_t *keys = NULL;
    if (r_jwks_init(&keys) != RHN_OK) return S("there is no room for its keys");
    const char *kid = r_jwt_get_header_str_value(jwt, "kid");
    bool held = false;
    if (r_jwks_import_from_json_str(keys, str_c(a, jwks)) == RHN_OK) {
        size_t n = r_jwks_size(keys);
        for (size_t i = 0; i < n && !held; i++) {
            jwk_t *key = r_jwks_get_at(keys, i);
            const char *id = r_jwk_get_property_str(key, "kid");
            if (!kid || !id || !strcmp(kid, id))
                held = r_jwt_verify_signature(jwt, key, R_FLAG_IGNORE_REMOTE) == RHN_OK;
            r_jwk_free(key);
        }
    }
    r_jwks_free(keys);
    return held ? (Str){0} : S("no key of the provider signed it");
}

static bool says(const json_t *claims, const char *name, Str want) {
    return str_eq(str_from(json_string_value(json_object_get(claims, name))), want) && want.len;
}

// A string, or a list that has it; when it is for several, we must be the one it was made for.
static bool for_us(const json_t *claims, Str client) {
    const json_t *aud = json_object_get(claims, "aud");
    const json_t *azp = json_object_get(claims, "azp");
    if (azp && !says(claims, "azp", client)) return false;
    if (json_is_string(aud)) return says(claims, "aud", client);
    for (size_t i = 0; i < json_array_size(aud); i++)
        if (str_eq(str_from(json_string_value(json_array_get(aud, i))), client))
            return json_array_size(aud) == 1 || azp;
    return false;
}

static Str check_claims(const json_t *claims, OidcWanted want) {
    int64_t now = want.now / 1000;
    const json_t *exp = json_object_get(claims, "exp"), *iat = json_object_get(claims, "iat"),
                 *nbf = json_object_get(claims, "nbf");
    if (!says(claims, "iss", want.issuer)) return S("it is from another issuer");
    if (!for_us(claims, want.client)) return S("it was made for another client");
    if (!json_is_integer(exp) || json_integer_value(exp) + SKEW_SECONDS <= now) return S("it has expired");
    if (!json_is_integer(iat) || json_integer_value(iat) - SKEW_SECONDS > now ||
        json_integer_value(iat) + OLD_SECONDS < now)
        return S("it was not made just now");
    if (nbf && json_integer_value(nbf) - SKEW_SECONDS > now) return S("it is not valid yet");
    if (!says(claims, "nonce", want.nonce)) return S("its nonce is not the one we sent");
    if (!json_string_length(json_object_get(claims, "sub"))) return S("it names nobody");
    return (Str){0};
}

static Str claim(Arena *a, const json_t *claims, const char *name) {
    return str_copy(a, str_from(json_string_value(json_object_get(claims, name))));
}

static OidcPerson person_of(Arena *a, const json_t *claims) {
    const json_t *at = json_object_get(claims, "auth_time");
    return (OidcPerson){.subject = claim(a, claims, "sub"),
                        .email = claim(a, claims, "email"),
                        .name = claim(a, claims, "name"),
                        .email_verified = json_is_true(json_object_get(claims, "email_verified")),
                        .proved_at = json_is_integer(at) ? json_integer_value(at) * 1000 : NONE};
}

Str oidc_token_read(Arena *a, Str jwks, Str id_token, OidcWanted want, OidcPerson *ret) {
    jwt_t *jwt = NULL;
    if (r_jwt_init(&jwt) != RHN_OK) return S("there is no room for it");
    Str why = check_signature(a, jwt, jwks, id_token);
    json_t *claims = why.at ? NULL : r_jwt_get_full_claims_json_t(jwt);
    if (!why.at) why = claims ? check_claims(claims, want) : S("it says nothing");
    if (!why.at) *ret = person_of(a, claims);
    json_decref(claims);
    r_jwt_free(jwt);
    return why;
}
