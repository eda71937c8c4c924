// The lists. Common first and family names of many places; nobody in particular.
#include "voice/demo/names.h"

#define ENGLISH_GIRLS                                                                                        \
    "Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna "    \
    "Poppy Elsie Emily Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maya Sophie Alice Emilia "    \
    "Isabelle Ruby Luna Maisie Aurora Penelope Mila Bonnie Eva Hallie Eliza Ada Violet Esme Arabella "       \
    "Imogen Jessica Delilah Chloe Lottie Orla Maeve Robyn Niamh Katherine Elizabeth Abigail Georgia Jodie"
#define ENGLISH_BOYS                                                                                         \
    "Noah Oliver George Arthur Muhammad Leo Harry Oscar Archie Henry Theodore Freddie Jack Charlie Theo "    \
    "Alfie Jacob Thomas Finley Arlo William Lucas Roman Tommy Isaac Teddy Alexander Luca Edward James "      \
    "Joshua Albie Elijah Max Mohammed Reuben Mason Sebastian Rory Jude Louie Benjamin Ethan Adam Hugo "      \
    "Joseph Reggie Ronnie Harrison Louis Ezra Daniel Rowan Ellis Callum Jayden Kieran Liam Connor Aidan"
#define MUSLIM_GIRLS                                                                                         \
    "Aisha Fatima Zainab Maryam Khadija Amina Hafsa Sumaya Noor Inaya Anaya Zara Sana Iqra Mahnoor Hania "   \
    "Ayesha Saira Nadia Rukhsana Shazia Samina Bushra Farah Laiba Eman Areeba Hira Alina Zoya"
#define MUSLIM_BOYS                                                                                          \
    "Muhammad Mohammed Ahmed Ali Ibrahim Yusuf Hassan Hussain Bilal Hamza Umar Usman Zain Imran Abdullah "   \
    "Haris Faisal Tariq Asif Kamran Adnan Rayyan Musa Zakariya Idris Ismail Saad Shoaib Waqas Junaid"

const Naming namings[] = {
    {46,
     "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White "
     "Roberts Green Hall Wood Jackson Clarke Harrison Clark Turner Hill Cooper Ward Moore Baker Harris King "
     "Morris Cook Shaw Parker Allen Bell Young Lee Bailey Hughes Richardson Marshall Carter Collins Bennett "
     "Cox Mitchell Barnes Chapman Hunt Palmer Fox Mills Rogers Webb Stevens Gibson Ellis Holmes Foster "
     "O'Brien O'Connor Murphy Kelly McDonald Campbell Stewart Reid Fletcher Sharp Pickering Hallam Widdowson "
     "Bexon Towle Birkin Daft Wheatley Saxton Burrows Whittaker Ashmore Barker Sully Renshaw Godfrey Newbold",
     ENGLISH_GIRLS, ENGLISH_BOYS, NULL},
    {12,
     "Khan Hussain Ahmed Ali Malik Mahmood Akhtar Shah Iqbal Begum Bibi Mirza Chaudhry Rashid Aslam Qureshi "
     "Butt Raja Sheikh Siddiqui Ansari Baig Javed Nawaz Saeed Bashir Yousaf Mehmood Zaman Rehman",
     MUSLIM_GIRLS, MUSLIM_BOYS, NULL},
    {8,
     "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski "
     "Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Pawłowski Michalski Król Wieczorek",
     "Zofia Julia Maja Hanna Lena Alicja Amelia Oliwia Wiktoria Zuzanna Aleksandra Natalia Katarzyna "
     "Małgorzata Agnieszka Magdalena Joanna Gabriela Weronika Kinga",
     "Jakub Antoni Jan Szymon Aleksander Franciszek Filip Mikołaj Wojciech Kacper Adam Michał Łukasz Piotr "
     "Tomasz Krzysztof Paweł Grzegorz Stanisław Bartosz",
     "Nowak Kowalska Wiśniewska Wójcik Kowalczyk Kamińska Lewandowska Zielińska Szymańska Woźniak Dąbrowska "
     "Kozłowska Jankowska Mazur Kwiatkowska Krawczyk Piotrowska Grabowska Pawłowska Michalska Król "
     "Wieczorek"},
    {7,
     "Campbell Brown Williams Grant Clarke Morgan Francis Reid Gordon Bailey Henry Thomas James Joseph "
     "Charles Alexander Baptiste Pierre Thompson Samuels Lindo Blackwood Sinclair Bogle Powell",
     "Shanice Naomi Tianna Aaliyah Kezia Imani Jada Zaria Amara Nevaeh Chantelle Latoya Marcia Simone "
     "Renee Keisha Monique Tamika Ebony Anais",
     "Malachi Isaiah Tyrell Jermaine Marlon Dwayne Curtis Delroy Kymani Jaden Micah Nathaniel Tyrone Leroy "
     "Andre Darnell Kofi Rico Javon Omari",
     NULL},
    {6,
     "Popescu Ionescu Popa Pop Radu Dumitru Stan Stoica Gheorghe Matei Rusu Munteanu Șerban Marin Lazăr "
     "Florea Dinu Ciobanu Moldovan Țîrlea Lăcătuș Constantin Ștefănescu Ungureanu Nistor",
     "Maria Andreea Ioana Elena Ștefania Alexandra Daria Sofia Ana Mihaela Cristina Gabriela Florentina "
     "Raluca Denisa Bianca Nicoleta Larisa Mădălina Luminița",
     "Andrei Alexandru Mihai Ștefan David Gabriel Ionuț Cristian Florin Darius Matei Răzvan Bogdan Marius "
     "Vasile Nicolae Constantin Cătălin Rareș Sorin",
     NULL},
    {5,
     "Mohamed Ali Hassan Abdi Ahmed Ibrahim Yusuf Omar Hussein Farah Warsame Jama Osman Aden Mohamud Nur "
     "Sheikh Dirie Guled Egal Abdullahi Isse Elmi Hirsi Samatar",
     "Hodan Ayaan Ifrah Sagal Amina Fadumo Hibo Nasra Sahra Ubah Khadra Asha Hamdi Ikran Maryan Najma Safia "
     "Zahra Deqa Ruqiya",
     "Abdirahman Mohamed Ahmed Abdi Yusuf Liban Mahad Hassan Ismail Khalid Zakaria Bashir Guled Jama Nuur "
     "Ayanle Warsame Cabdi Mustafa Suleiman",
     NULL},
    {4,
     "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie "
     "Tang Cheung Wong Leung Lam Chan Ng",
     "Mei Xiaoming Jing Yan Li-Na Ying Xinyi Yutong Zihan Wing-Yan Hoi-Ching Fang Hui Lan Xue Jia Min "
     "Yuxuan Ka-Yan Suk-Yin",
     "Wei Jun Hao Ming Jian Zhiwei Yuchen Haoran Zixuan Ka-Ho Chun-Kit Tsz-Hin Lei Bo Qiang Feng Gang Long "
     "Kai Tao",
     NULL},
    {4,
     "Singh Kaur Patel Sharma Kumar Gill Sandhu Dhillon Sidhu Bains Grewal Mistry Shah Desai Joshi Mehta "
     "Verma Chauhan Rai Nair",
     "Simran Jaspreet Harpreet Priya Anjali Diya Aarohi Manpreet Kiran Navneet Neha Pooja Isha Riya Anika "
     "Meera Sunita Rajvir Gurleen Asha",
     "Arjun Gurpreet Harjit Jaspal Aarav Rohan Vikram Amit Rahul Dev Karan Manjit Balvinder Sukhdeep Nikhil "
     "Ravi Sanjay Kabir Ishaan Veer",
     NULL},
    {4,
     "Al-Ahmad Haddad Khalil Al-Hassan Darwish Al-Masri Nasser Saleh Hamdan Aziz Karimi Rahimi Hosseini "
     "Barzani Tekle Gebremedhin Haile Abraha Tesfay Kidane",
     "Layla Rima Nour Rana Yasmin Salma Hala Dina Sara Lina Shirin Nasrin Selam Helen Bethlehem Feven Ruta "
     "Mariam Rahel Hiwot",
     "Omar Khaled Samir Ziad Karim Mustafa Youssef Reza Amir Dawit Yonas Filmon Samuel Biniam Robel Nahom "
     "Abel Hamid Farid Walid",
     NULL},
    {4,
     "Okafor Adeyemi Mensah Owusu Boateng Okonkwo Eze Balogun Asante Nwosu Ogunleye Appiah Moyo Ndlovu Banda "
     "Dlamini Kamara Sesay Conteh Njie",
     "Adaeze Chiamaka Ngozi Temitope Funmilayo Abena Akosua Ama Efua Folasade Ifeoma Yetunde Tendai Rudo "
     "Fatmata Isatou Zainab Esther Blessing Grace",
     "Chinedu Emeka Oluwaseun Tunde Kwame Kofi Kwabena Obinna Ikenna Babatunde Femi Tafadzwa Tinashe "
     "Ibrahim Lamin Alhaji Samuel Emmanuel David Joshua",
     NULL},
};
const size_t n_namings = COUNT(namings);

static const char streets[] =
    "Heron Alder Mill Chapel Station Meadow Orchard Lime Beech Church Park Victoria Albert "
    "Nursery Quarry Castle Bridge Willow Larch Maple Rowan Canal Forge Weaver Lacemaker";
static const char ends[] = "Street Road Avenue Close Rise Grove Drive Lane Terrace Way";

uint64_t demo_random(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

const Naming *demo_naming(uint64_t *random) {
    int at = (int)(demo_random(random) % 100);
    for (size_t i = 0; i < n_namings; i++)
        if ((at -= namings[i].weight) < 0) return &namings[i];
    return &namings[0];
}

static uint64_t count_words(const char *words) {
    uint64_t n = 1;
    for (const char *at = words; (at = strchr(at, ' ')); at++) n++;
    return n;
}

Str demo_word(const char *words, uint64_t n) {
    const char *at = words;
    for (n %= count_words(words); n; n--) at = strchr(at, ' ') + 1;
    return (Str){at, strcspn(at, " ")};
}

// The first of a list are heard far more often than the last.
Str demo_given(const Naming *n, bool girl, uint64_t *random) {
    const char *words = girl ? n->girls : n->boys;
    uint64_t most = count_words(words), a = demo_random(random) % most, b = demo_random(random) % most;
    return demo_word(words, a < b ? a : b);
}

Str demo_street(uint64_t *random) {
    static _Thread_local char text[64];
    Str name = demo_word(streets, demo_random(random)), end = demo_word(ends, demo_random(random));
    size_t len = name.len + 1 + end.len;
    memcpy(text, name.at, name.len);
    text[name.len] = ' ';
    memcpy(text + name.len + 1, end.at, end.len);
    return (Str){text, len};
}
