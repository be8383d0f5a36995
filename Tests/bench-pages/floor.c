// What a site of pages can't do without: libcmark reads each chapter's Markdown, and as many bytes are written to as many files as Recap
// wrote. A page is the rendered chapter, filled up with spaces to the size of Recap's page; every other file is spaces.
//
//     floor LIST OUTPUT THREADS
//
// LIST has a line for each folder (`/` and its path) and for each file: its size, its path, and for a chapter's page the Markdown's path,
// with tabs between them. Threads share the folders at the top, each with all that it holds, so that none waits for another's folder.
#include <cmark.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct entry {
    size_t size;
    char *path, *markdown;
    bool folder;
};

static struct entry *entries;
static size_t *parts; // Where each thread's share of the entries may begin, and the number of entries at the end.
static size_t count, part_count;
static atomic_size_t next;

static void fail(const char *what) {
    perror(what);
    exit(74);
}

/// The bytes of a file, ended with a zero.
static char *contents(const char *path, size_t *length) {
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) fail(path);
    *length = (size_t)status.st_size;
    char *text = malloc(*length + 1);
    if (!text || read(file, text, *length) != status.st_size) fail(path);
    text[*length] = 0;
    close(file);
    return text;
}

/// The chapter as HTML; its front matter is passed over.
static char *rendered(const char *path) {
    size_t length;
    char *text = contents(path, &length);
    char *end = strncmp(text, "---\n", 4) == 0 ? strstr(text + 3, "\n---\n") : NULL;
    char *body = end ? end + 5 : text;
    char *html = cmark_markdown_to_html(body, length - (size_t)(body - text), CMARK_OPT_DEFAULT);
    free(text);
    return html;
}

static void write_file(const struct entry *file) {
    char *bytes = malloc(file->size + 1);
    if (!bytes) fail(file->path);
    size_t used = 0;
    if (file->markdown) {
        char *html = rendered(file->markdown);
        used = strlen(html);
        if (used > file->size) used = file->size;
        memcpy(bytes, html, used);
        free(html);
    }
    memset(bytes + used, ' ', file->size - used);
    int output = open(file->path, O_WRONLY | O_CREAT | O_EXCL, 0644);
    if (output < 0 || write(output, bytes, file->size) != (ssize_t)file->size || close(output) != 0) fail(file->path);
    free(bytes);
}

static void *work(void *unused) {
    for (size_t part; (part = atomic_fetch_add(&next, 1)) < part_count;)
        for (const struct entry *each = entries + parts[part]; each < entries + parts[part + 1]; each++) {
            if (!each->folder) write_file(each);
            else if (mkdir(each->path, 0755) != 0) fail(each->path);
        }
    return unused;
}

static void read_list(char *list) {
    size_t lines = 1;
    for (char *each = list; *each; each++) lines += *each == '\n';
    entries = calloc(lines, sizeof *entries);
    parts = calloc(lines + 1, sizeof *parts);
    if (!entries || !parts) fail("memory");
    part_count = 1;
    for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n"), count++) {
        struct entry *entry = &entries[count];
        entry->folder = *line == '/';
        if (entry->folder) {
            if (!strchr(line + 1, '/')) parts[part_count++] = count;
        } else {
            entry->size = strtoul(line, &line, 10);
        }
        entry->path = line + 1;
        entry->markdown = strchr(entry->path, '\t');
        if (entry->markdown) *entry->markdown++ = 0;
    }
    parts[part_count] = count;
}

int main(int arguments, char **argument) {
    if (arguments != 4) return 64;
    size_t length, threads = strtoul(argument[3], NULL, 10);
    char *list = contents(argument[1], &length);
    if (mkdir(argument[2], 0755) != 0 || chdir(argument[2]) != 0) fail(argument[2]);
    read_list(list);
    pthread_t *others = calloc(threads, sizeof *others);
    if (!others) fail("memory");
    for (size_t each = 1; each < threads; each++)
        if (pthread_create(&others[each], NULL, work, NULL) != 0) fail("thread");
    work(NULL);
    for (size_t each = 1; each < threads; each++) pthread_join(others[each], NULL);
    return 0;
}
