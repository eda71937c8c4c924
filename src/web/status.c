// The sentences of every page that says no, in one table.
#include "web/layout.h"
#include "web/status.h"
#include "web/status.html.h"

typedef struct Sentences {
    int status;
    StatusKind kind;
    bool reference;    // worth telling somebody about
    Str title, what, then;
} Sentences;

static const Sentences table[] = {
    {400, STATUS_PLAIN, false, S("That address or form cannot be read"),
     S("What arrived is not something Kith can read, so nothing was changed."),
     S("If you typed the address, check it. If you came from a form, go back, check what you "
       "entered and send it again.")},
    {403, STATUS_NOT_ALLOWED, false, S("You do not have access to this page"),
     S("You are signed in, but none of your roles lets you do this. Nothing was changed."), S("")},
    {403, STATUS_SIGNED_OUT, false, S("You are signed out"),
     S("Your session ended before the form was sent, so nothing was changed."),
     S("Use your browser’s back button: what you entered is still in the form. Copy anything long, "
       "sign in again, and send it.")},
    {403, STATUS_NOT_OURS, false, S("That form was out of date"),
     S("The form did not come from a page that this browser has open on this site, so nothing was changed. "
       "This happens "
       "when you signed in or out in another tab, or when cookies are switched off."),
     S("Use your browser’s back button, reload the page, and send the form again.")},
    {403, STATUS_PLAIN, false, S("You do not have access to this page"), S("Nothing was changed."), S("")},
    {404, STATUS_PLAIN, false, S("Page not found"),
     S("There is no page at this address, or you may not know of it."),
     S("If you typed the address, check it. If you pasted it, check that you copied all of it.")},
    {405, STATUS_PLAIN, false, S("That cannot be done at this address"),
     S("The address exists, but not for this kind of request."), S("")},
    {409, STATUS_PLAIN, false, S("Somebody changed this before you"),
     S("What you were working on was changed while you had it open, so your change was not made."),
     S("Go back, look at what it says now, and make your change again if it is still needed.")},
    {410, STATUS_PLAIN, false, S("This is no longer here"), S("The link has been used or has expired."),
     S("Ask whoever sent it to you for a new one.")},
    {413, STATUS_PLAIN, false, S("That is too much at once"),
     S("What you sent is larger than this page takes, so nothing was changed."),
     S("Send a smaller file, or send it in parts.")},
    {415, STATUS_PLAIN, false, S("That kind of content is not accepted here"),
     S("Forms are sent as application/x-www-form-urlencoded or multipart/form-data."), S("")},
    {429, STATUS_PLAIN, false, S("Please wait a moment"),
     S("There have been too many tries in a short time, so this one was not looked at."),
     S("Wait a minute and try again.")},
    {500, STATUS_PLAIN, true, S("Something went wrong"),
     S("This is a fault in the service, not something you did. Nothing was changed."),
     S("Try again in a few minutes.")},
    {503, STATUS_PLAIN, true, S("The service is busy"),
     S("Kith could not take your request just now. Nothing was changed."),
     S("Wait a few seconds and try again.")},
};

static const Sentences *sentences(int status, StatusKind kind) {
    const Sentences *plain = NULL;
    for (size_t i = 0; i < COUNT(table); i++) {
        if (table[i].status != status) continue;
        if (table[i].kind == kind) return &table[i];
        if (table[i].kind == STATUS_PLAIN) plain = &table[i];
    }
    return plain ? plain : sentences(500, STATUS_PLAIN);
}

Reply status_say(Ctx *c, int status, StatusKind kind, Str more) {
    const Sentences *s = sentences(status, kind);
    Buf main = {.arena = c->arena};
    status_view(&main, s->title, s->what, s->then, more, s->reference ? c->request_id : S(""));
    return page_status(c, status, (Page){.title = s->title, .no_index = true}, &main);
}

Reply status_page(Ctx *c, int status) { return status_say(c, status, STATUS_PLAIN, (Str){0}); }
