// First names, folded, that children and adults in British schools often have and that are not also words. They count
// as names in upper or lower case and in any place. A name that is also a word, such as Grace or Will, counts only with
// a capital.
export function isForename(word: string): boolean {
  return forenames.has(word)
}

const forenames = new Set(
  (
    'aaliyah aaron abdul abdullah abdulrahman abigail adam adele adrian agnieszka ahmad ahmed aidan aiden aisha ' +
    'aisling alan alana albert aleksander alessia alex alexa alexander alexandra alexandru alexis alfie alfred ali ' +
    'alice alicia alina alisha alison alistair alyssa amaan amanda amara amelia amelie amina aminah amir amira amit ' +
    'amy ana anais anastasia andre andrea andreea andrei andrew andy angela angus anika anisa anita aniyah anjali ' +
    'anna annabel annabelle anne annie anthony antoni antonia anya aoife archie ariana arjun arlo armaan arnold ' +
    'arthur arun arya aryan asad asha ashley ashton asma astrid athena austin ava axel ayaan ayaz ayesha ayla ayman ' +
    'bailey barbara barnaby bartosz beatrice becky belinda ben benedict benjamin bernard beth bethan bethany beverley ' +
    'bilal billy blake bobby bogdan bonnie bradley brandon brayden brenda brendan brian bridget bronwyn brooklyn ' +
    'bruno bryan bryony caitlin caleb callum calvin cameron camilla carl carla carlos caroline carolyn carys caspian ' +
    'cassandra catherine catriona cecilia celeste celia cerys chantelle charlene charles charley charlie charlotte ' +
    'cheryl chidi chinedu chloe chris christina christine christopher ciara ciaran cindy claire clara claudia ' +
    'clementine clive cody cohen colin connor conor corey courtney craig curtis cynthia cyrus daisuke daithi damian ' +
    'damon dan dana daniel daniela daniella danielle danny daphne darcey darcie darcy darius darren dave david dawid ' +
    'deborah debra declan deepa delilah demi denise dennis derek desmond dexter diana diane dilys dimitri dominic ' +
    'dominik donald donna doreen dorothy douglas duncan dylan ebenezer eddie edgar edith eduardo edward edwin effie ' +
    'eileen eilidh elaine eleanor elena eleri eli elias elif elijah elin elise eliza elizabeth ella elle ellen ellie ' +
    'elliot elliott ellis eloise elsa elsie emeka emilia emily emma emmanuel emmett enzo eric erica erik erin ernest ' +
    'esha esme esther ethan eva evan evangeline evelyn evie ewan ezra faisal farah farhan farida fatima fatimah ' +
    'fatoumata felicity felix fergus filip finlay finley fiona flora francesca francis francisco frankie fraser fred ' +
    'freddie frederick freya gabriel gabriela gabriella gareth gary gavin gemma geoffrey george georgie georgina ' +
    'gerald geraldine gethin gianna gideon gillian gina giovanni giselle giulia gordon graham greg gregory greta ' +
    'gulsum gurpreet gwen gwendolyn habib hadiya hafsa halima hamish hamza hana hanna hannah haris harjit harley ' +
    'haroon harpreet harriet harris harrison harvey hassan hayden hayley hector heidi helen helena helga henry ' +
    'hermione hilary hina holden howard huda hugh hugo humaira hussain hussein iain ian ibraheem ibrahim idris ieuan ' +
    'igor ikram imani imogen imran inaaya indira ines inigo ioana irene isaac isabel isabella isabelle isaiah isha ' +
    'isla ismail ivan izaan jackson jacob jacqueline jaden jaime jake jakub jamal james jamie jan jane janet janice ' +
    'jared jasmin jason jasper javier jayden jayne jeffrey jemima jenna jennifer jenny jeremy jermaine jerome jesse ' +
    'jessica jessie jill jimmy joan joanna joanne jocelyn jodie joe joel joey john johnny jon jonah jonas jonathan ' +
    'jorge jose joseph josephine josh joshua joyce juan jude judith judy julia julian juliana julie juliet junaid ' +
    'justin kacey kaden kai kaiden kajal kamal kamil kamran karen karim karina karl karolina kasia kaspar kate ' +
    'katelyn katherine kathleen kathryn katie katja katrina kavya kayden kayla kayleigh keira keith kelly kelsey ' +
    'kenneth kenny kenzie kerry kevin khadija khadijah khalid kian kiara kieran kieron kiran kirsten kirsty kofi ' +
    'krishna kristina krzysztof kuba kwame kyle kylie kyra lacey laila lara larry laura lauren laurence lawrence ' +
    'layla leah leanne lee leila lena lennox leo leon leona leonardo leroy lesley leslie lewis lexi lexie liam liana ' +
    'libby lila lilah lilia lilian lillian lilly linda lindsay lindsey lisa liv livia lloyd logan lois lola lorenzo ' +
    'lorna lorraine louie louis louisa louise luca lucas lucia lucian lucie lucinda lucy luis luka lukas luke lydia ' +
    'lyla lynn lynne lyra mabel mackenzie maddie maddison madeleine madison magdalena maggie maha mahmoud mahnoor ' +
    'maisie maisy maja malachi malcolm malik mandy manraj marcel marcia marco marcus maria mariam marian marie marina ' +
    'marion marjorie marta martha martin martina marvin mary maryam mateo mateusz matilda matt matteo matthew maureen ' +
    'maurice mavis maximilian maya megan mehdi mehmet mei melanie melissa mia micah michael michaela michal michelle ' +
    'miguel mihai mike mikey mikolaj mila milena millie milo milosz mina miranda miriam mohamed mohammad mohammed ' +
    'moira molly monica monika morag morgan morwenna moses muhammad muhammed musa mustafa mya myra nabil nadia nadine ' +
    'naomi natalia natalie natasha nathan nathaniel neelam nehal neil neve niall niamh nicholas nicola nicole nigel ' +
    'nikhil nikita nikki nikolas nina noah noel noor nora norah noreen norman nour nusrat oakley odette oisin ola ' +
    'olga oliver olivia ollie oluwaseun omar orla orlaith oscar osian otis otto owen pamela paolo parker patricia ' +
    'patrick patrik patrycja paul paula pauline pedro peggy penelope percy pete peter petra philip philippa phoebe ' +
    'phyllis pierre piotr pippa preeti priya priyanka quentin quinn rachael rachel rafael rafal rahim rahul raja ' +
    'rajesh ralph ramona raphael rashid raul rayan raymond reagan rebecca rebekah reece reggie regina rehan remi remy ' +
    'renee reuben rhian rhiannon rhodri rhona rhys ricardo richard ricky riley rita riya robert roberta roberto rocco ' +
    'rodney roger rohan romeo romilly romy ronald ronan ronnie rory rosalie rosalind rosanna roseanne rosemary rosie ' +
    'rosina ross rowan roxanne roy ruaridh rudy rufus rukhsana rupert russell ruth ryan sabina sabrina sadia sadie ' +
    'safa safiya saif saira salma salman sam samantha samia samina samira samuel sana sandra sanjay santiago saoirse ' +
    'sara sarah sasha saskia scarlett sean sebastian selena selina seren serena seth shabana shan shania shannon ' +
    'sharon shaun shauna shayla sheila shelley sheryl shirley shreya sian sidney siena sienna simon simone simran ' +
    'sindy siobhan sofia solomon sonia sonya sophia sophie spencer stacey stan stanislaw stanley stefan stella ' +
    'stephanie stephen steven stewart stuart sumaiya sunil surinder susan susanna suzanne sybil sylvia szymon tabitha ' +
    'tahira talia tallulah tamara tammy tania tanya tara tariq tasha tatiana tayla taylor teagan tegan terence teresa ' +
    'tess tessa thea theo theodora theodore theresa thomas tia tiana tiffany tilly tim timothy tina tobias toby todd ' +
    'tom tomas tomasz tommy toni tony tracey tracy travis trevor tristan tyler tyrone ugo umar ursula usman uzma ' +
    'valentina valerie vanessa vera veronica vicky victor victoria vihaan vikram vincent vivian vivienne wayne wendy ' +
    'wiktor wiktoria wilfred william winifred winston xander xavier yahya yasmin yasmine yolanda yousef yousuf yunus ' +
    'yusra yusuf yvette yvonne zac zach zachary zack zahra zain zainab zak zara zayn zeinab zeynep zoe zofia zoya ' +
    'zuzanna'
  ).split(' '),
)
